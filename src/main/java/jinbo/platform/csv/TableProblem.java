package jinbo.platform.csv;

import java.util.Locale;
import jinbo.platform.error.ErrorMessage;

/**
 * One thing that is wrong with a table.
 *
 * @param line the physical line, the header being line 1; 0 where the whole file is meant
 * @param reason what is wrong and what to do
 */
public record TableProblem(long line, ErrorMessage reason) {

    @Override
    public String toString() {
        return (line == 0 ? "the file: " : "line " + line + ": ") + reason.in(Locale.ROOT);
    }
}
