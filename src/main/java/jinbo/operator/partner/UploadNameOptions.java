package jinbo.operator.partner;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import jinbo.exchange.format.FileKind;
import jinbo.operator.UsageError;
import jinbo.participant.operation.InvalidOperationException;
import jinbo.partner.PartnerError;
import jinbo.partner.PartnerException;
import jinbo.partner.SendFile;
import picocli.CommandLine.Option;

/** The options by which an upload gets another name than the next one of today. */
final class UploadNameOptions {

    private static final int MOST = 999;
    private static final int OLDEST_IN_DAYS = 31;

    @Option(names = "--date", paramLabel = "DATE", descriptionKey = "upload-date")
    private Optional<LocalDate> date = Optional.empty();

    @Option(names = "--number", paramLabel = "N", descriptionKey = "upload-number")
    private Optional<Integer> number = Optional.empty();

    void check() {
        if (number.isPresent() && (number.get() < 1 || number.get() > MOST)) {
            throw new InvalidOperationException(UsageError.UPLOAD_NUMBER, Integer.toString(MOST));
        }
    }

    /** @throws PartnerException if the association would take no file of that date */
    SendFile.RequestedName requestedName(FileKind kind, LocalDate today) {
        LocalDate day = date.orElse(today);
        if (day.isAfter(today) || day.isBefore(today.minusDays(OLDEST_IN_DAYS))) {
            throw new PartnerException(PartnerError.DATE_UNUSABLE, OLDEST_IN_DAYS, day);
        }
        return new SendFile.RequestedName(kind, day, number.map(OptionalInt::of).orElse(OptionalInt.empty()));
    }
}
