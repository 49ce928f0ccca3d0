package jinbo.operator.cli;

import java.util.Locale;

/** How an answer is written. */
enum OutputForm {
    /** For people. */
    TEXT,
    /** For programs. */
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
