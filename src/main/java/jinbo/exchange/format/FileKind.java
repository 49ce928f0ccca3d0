package jinbo.exchange.format;

import java.util.Optional;

/** What an insurer may put into {@code upload/}, with the first word of its name and its extension. */
public enum FileKind {
    COMPLAINTS("complaints", "csv"),
    /** Takes back rows of own complaint uploads. */
    WITHDRAWALS("withdrawals", "csv"),
    /** A block list has been applied. */
    ACK("ack", "json"),
    /** Please send a full list. */
    RESYNC("resync", "json"),
    /** The insurer's next OpenPGP certificate. */
    CERTIFICATE("certificate", "asc"),
    CASE_ANSWERS("case-answers", "csv");

    private final String prefix;
    private final String extension;

    FileKind(String code, String extension) {
        this.prefix = code;
        this.extension = extension;
    }

    /** The kind that a name begins with, if it is one. */
    public static Optional<FileKind> of(String code) {
        for (FileKind kind : values()) {
            if (kind.prefix.equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The first word of the name, for example {@code case-answers}. */
    public String prefix() {
        return prefix;
    }

    /** The extension before {@code .pgp}: {@code csv}, {@code json} or {@code asc}. */
    public String extension() {
        return extension;
    }
}
