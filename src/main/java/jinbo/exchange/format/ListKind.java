package jinbo.exchange.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether a block list is the whole list, or the changes since the previous list. */
public enum ListKind {
    FULL,
    DELTA;

    public static Optional<ListKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
