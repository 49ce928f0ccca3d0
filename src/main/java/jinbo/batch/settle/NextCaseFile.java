package jinbo.batch.settle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import jinbo.batch.Spool;
import jinbo.batch.SpoolException;
import jinbo.cases.CaseFiles;
import jinbo.exchange.format.CaseFileName;
import jinbo.exchange.sftp.DropFolder;
import jinbo.exchange.sftp.DropSession;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.stereotype.Component;

/**
 * Says how an insurer's next file of cases is called: above those that are recorded, those that lie on the drop, and those in the
 * spool, which may have left before a back-up was restored.
 */
@Component
record NextCaseFile(CaseFiles files, Spool spool, Clock clock) {

    /** A database that was restored does not know all names, and insurers clear their drops. */
    String name(InsurerCode insurer, DropSession drop) {
        LocalDate today = BusinessTime.dateOf(clock.instant());
        AtomicInteger highest = new AtomicInteger();
        files.of(insurer).forEach(file -> raise(highest, file.name(), insurer, today));
        spooled(insurer).forEach(name -> raise(highest, name, insurer, today));
        drop.list(DropFolder.DOWNLOAD, seen -> raise(highest, seen.name(), insurer, today));
        return new CaseFileName(insurer, today, highest.get() + 1).fileName();
    }

    private List<String> spooled(InsurerCode insurer) {
        try (Stream<Path> files = Files.list(spool.cases(insurer))) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new SpoolException("read", "the files of cases of " + insurer, e);
        }
    }

    private static void raise(AtomicInteger highest, String name, InsurerCode insurer, LocalDate today) {
        CaseFileName.parse(name)
                .filter(taken -> taken.insurer().equals(insurer) && taken.date().equals(today))
                .ifPresent(taken -> highest.accumulateAndGet(taken.number(), Math::max));
    }
}
