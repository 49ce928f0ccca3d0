package jinbo.job.settle;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import jinbo.cases.CaseFiles;
import jinbo.drop.DropFolder;
import jinbo.drop.DropSession;
import jinbo.exchange.CaseFileName;
import jinbo.insurer.InsurerCode;
import jinbo.workday.BusinessTime;
import org.springframework.stereotype.Component;

/** Says how an insurer's next file of cases is called: above those that are recorded and those that lie on the drop. */
@Component
class NextCaseFile {

    private final CaseFiles files;
    private final Clock clock;

    NextCaseFile(CaseFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    /** A database that was restored does not know all names. */
    String name(InsurerCode insurer, DropSession drop) {
        LocalDate today = BusinessTime.dateOf(clock.instant());
        AtomicInteger highest = new AtomicInteger();
        files.of(insurer).forEach(file -> raise(highest, file.name(), insurer, today));
        drop.list(DropFolder.DOWNLOAD, seen -> raise(highest, seen.name(), insurer, today));
        return new CaseFileName(insurer, today, highest.get() + 1).fileName();
    }

    private static void raise(AtomicInteger highest, String name, InsurerCode insurer, LocalDate today) {
        CaseFileName.parse(name)
                .filter(taken -> taken.insurer().equals(insurer) && taken.date().equals(today))
                .ifPresent(taken -> highest.accumulateAndGet(taken.number(), Math::max));
    }
}
