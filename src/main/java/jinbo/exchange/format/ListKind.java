package jinbo.exchange.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether a file holds the whole block list or the changes since the list before. */
public enum ListKind {
    FULL,
    DELTA;

    public static Optional<ListKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** The spelling in file names and manifests. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
