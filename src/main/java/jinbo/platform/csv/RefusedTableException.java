package jinbo.platform.csv;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jinbo.platform.error.Coded;
import jinbo.platform.error.ErrorMessage;

/** A CSV table was refused; nothing of it is imported. */
public final class RefusedTableException extends Exception implements Coded {

    private final transient ErrorMessage message;
    private final transient List<TableProblem> problems;

    /** @param problems in the order of the file; there may be more */
    public RefusedTableException(ErrorMessage message, List<TableProblem> problems) {
        super(message.in(Locale.ROOT) + " "
                + problems.stream().map(TableProblem::toString).collect(Collectors.joining("; ")));
        this.message = message;
        this.problems = List.copyOf(problems);
    }

    @Override
    public ErrorMessage errorMessage() {
        return message;
    }

    public List<TableProblem> problems() {
        return problems;
    }

    /** @param line the physical line, from 1; 0 for the whole file */
    public record TableProblem(long line, ErrorMessage reason) {

        @Override
        public String toString() {
            return (line == 0 ? "the file: " : "line " + line + ": ") + reason.in(Locale.ROOT);
        }
    }
}
