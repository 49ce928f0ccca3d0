package jinbo.reference.calendar;

import java.util.List;
import java.util.stream.Collectors;

/** A calendar file was refused and nothing of it taken in. */
public final class CalendarFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<CalendarProblem> problems;

    CalendarFileException(List<CalendarProblem> problems) {
        super("Calendar file refused, nothing was imported: "
                + problems.stream().map(CalendarProblem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** Every problem, in the order of the file. */
    public List<CalendarProblem> problems() {
        return problems;
    }
}
