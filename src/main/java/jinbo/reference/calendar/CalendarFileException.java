package jinbo.reference.calendar;

import java.util.List;
import java.util.stream.Collectors;

/** A calendar file was refused and nothing of it taken in. */
public final class CalendarFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    CalendarFileException(List<Problem> problems) {
        super("Calendar file refused, nothing was imported: "
                + problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** Every problem, in the order of the file. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * One thing that is wrong with a calendar file.
     *
     * @param line the physical line, the header being line 1; 0 where the whole file is meant
     * @param reason what is wrong and what to do, in English
     */
    public record Problem(long line, String reason) {

        @Override
        public String toString() {
            return (line == 0 ? "the file: " : "line " + line + ": ") + reason;
        }
    }
}
