package jinbo.operator.cli;

import java.util.Locale;

enum OutputForm {
    TEXT,
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
