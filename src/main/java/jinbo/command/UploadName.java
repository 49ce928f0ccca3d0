package jinbo.command;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import jinbo.exchange.FileKind;
import jinbo.partner.SendFile;
import picocli.CommandLine.Option;

/** The options by which an upload gets another name than the next one of today. */
final class UploadName {

    private static final int MOST = 999;

    @Option(names = "--date", paramLabel = "DATE", descriptionKey = "upload-date")
    private Optional<LocalDate> date = Optional.empty();

    @Option(names = "--number", paramLabel = "N", descriptionKey = "upload-number")
    private Optional<Integer> number = Optional.empty();

    UploadName() {}

    void check() {
        if (number.isPresent() && (number.get() < 1 || number.get() > MOST)) {
            throw new WrongUse("wrong.upload-number", Integer.toString(MOST));
        }
    }

    SendFile.Wish wish(FileKind kind, LocalDate today) {
        return new SendFile.Wish(
                kind, date.orElse(today), number.map(OptionalInt::of).orElse(OptionalInt.empty()));
    }
}
