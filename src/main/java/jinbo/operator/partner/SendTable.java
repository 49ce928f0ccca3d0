package jinbo.operator.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import jinbo.exchange.format.FileKind;
import jinbo.operator.UsageError;
import jinbo.participant.operation.InvalidOperationException;
import jinbo.partner.PartnerError;
import jinbo.partner.PartnerException;
import jinbo.partner.SendFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands by which an insurer sends a CSV file: complaints, withdrawals or case answers. */
abstract class SendTable extends PartnerTask {

    private static final int MOST = 999;
    private static final int OLDEST_IN_DAYS = 31;

    @Parameters(paramLabel = "FILE", descriptionKey = "FILE")
    private Path file = Path.of("");

    @Option(names = "--date", paramLabel = "DATE", descriptionKey = "upload-date")
    private Optional<LocalDate> date = Optional.empty();

    @Option(names = "--number", paramLabel = "N", descriptionKey = "upload-number")
    private Optional<Integer> number = Optional.empty();

    private final FileKind kind;

    private SendTable(FileKind kind) {
        this.kind = kind;
    }

    @Command(name = "upload")
    static final class Complaints extends SendTable {

        Complaints() {
            super(FileKind.COMPLAINTS);
        }
    }

    @Command(name = "withdraw")
    static final class Withdrawals extends SendTable {

        Withdrawals() {
            super(FileKind.WITHDRAWALS);
        }
    }

    @Command(name = "answer-cases")
    static final class CaseAnswers extends SendTable {

        CaseAnswers() {
            super(FileKind.CASE_ANSWERS);
        }
    }

    @Override
    public void check() {
        if (number.isPresent() && (number.get() < 1 || number.get() > MOST)) {
            throw new InvalidOperationException(UsageError.UPLOAD_NUMBER, Integer.toString(MOST));
        }
    }

    @Override
    Object answer(PartnerSession session) throws IOException {
        return session.send(requestedName(session.today()), () -> Files.newInputStream(file));
    }

    /** @throws PartnerException if the association does not accept files of that date */
    private SendFile.RequestedName requestedName(LocalDate today) {
        LocalDate day = date.orElse(today);
        if (day.isAfter(today) || day.isBefore(today.minusDays(OLDEST_IN_DAYS))) {
            throw new PartnerException(PartnerError.DATE_UNUSABLE, OLDEST_IN_DAYS, day);
        }
        return new SendFile.RequestedName(kind, day, number.map(OptionalInt::of).orElse(OptionalInt.empty()));
    }
}
