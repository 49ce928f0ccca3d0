package jinbo.platform.csv;

import java.util.Locale;
import jinbo.platform.error.ErrorMessage;

/** @param line the physical line, the header being line 1; 0 where the whole file is meant */
public record TableProblem(long line, ErrorMessage reason) {

    @Override
    public String toString() {
        return (line == 0 ? "the file: " : "line " + line + ": ") + reason.in(Locale.ROOT);
    }
}
