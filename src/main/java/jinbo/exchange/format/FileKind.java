package jinbo.exchange.format;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of files in {@code upload/}, with the prefix and extension of their names. */
public enum FileKind {
    COMPLAINTS("complaints", "csv"),
    WITHDRAWALS("withdrawals", "csv"),
    ACK("ack", "json"),
    RESYNC("resync", "json"),
    CERTIFICATE("certificate", "asc"),
    CASE_ANSWERS("case-answers", "csv");

    private final String prefix;
    private final String extension;

    FileKind(String prefix, String extension) {
        this.prefix = prefix;
        this.extension = extension;
    }

    public static Optional<FileKind> of(String prefix) {
        return Arrays.stream(values())
                .filter(kind -> kind.prefix.equals(prefix))
                .findFirst();
    }

    /** The beginning of the file name, for example {@code case-answers}. */
    public String prefix() {
        return prefix;
    }

    public String extension() {
        return extension;
    }
}
