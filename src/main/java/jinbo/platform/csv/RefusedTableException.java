package jinbo.platform.csv;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jinbo.platform.error.Coded;
import jinbo.platform.error.ErrorMessage;

/** A table that people made was refused, and nothing of it imported. */
public final class RefusedTableException extends Exception implements Coded {

    private static final long serialVersionUID = 1L;

    private final transient ErrorMessage message;
    private final transient List<TableProblem> problems;

    /** @param problems what is wrong with it, in the order of the file; not necessarily all */
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

    /** @param line the physical line, the header being line 1; 0 where the whole file is meant */
    public record TableProblem(long line, ErrorMessage reason) {

        @Override
        public String toString() {
            return (line == 0 ? "the file: " : "line " + line + ": ") + reason.in(Locale.ROOT);
        }
    }
}
