package jinbo.exchange.format;

import java.util.Locale;
import java.util.Optional;

/** Whether a block list is the whole list or what changed since the one before. */
public enum ListKind {
    /** Every number. */
    FULL,
    /** Additions, changes and removals. */
    DELTA;

    /** The kind as names and manifests spell it, if it is one. */
    public static Optional<ListKind> of(String code) {
        for (ListKind kind : values()) {
            if (kind.code().equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
