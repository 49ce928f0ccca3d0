package jinbo.participant.operation;

import java.util.Arrays;
import java.util.List;

/** The values of an operation, sound one by one, do not go together. */
public final class InvalidOperationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final transient List<Object> facts;

    /** @param problem key of the sentence that says what is wrong and what is allowed, without {@code wrong.} */
    public InvalidOperationException(String problem, Object... facts) {
        super(problem);
        this.problem = problem;
        this.facts = List.copyOf(Arrays.asList(facts));
    }

    /** Key of the sentence that says what is wrong and what is allowed, without {@code wrong.}. */
    public String problem() {
        return problem;
    }

    public List<Object> facts() {
        return facts;
    }
}
