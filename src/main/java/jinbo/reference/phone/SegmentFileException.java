package jinbo.reference.phone;

import java.util.List;
import java.util.stream.Collectors;

/** A segment file was refused and nothing of it taken in. */
public final class SegmentFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<SegmentProblem> problems;
    private final long count;

    SegmentFileException(List<SegmentProblem> problems, long count) {
        super(message(problems, count));
        this.problems = List.copyOf(problems);
        this.count = count;
    }

    /** The first twenty problems in the order of the file. */
    public List<SegmentProblem> problems() {
        return problems;
    }

    /** How many problems there are in all. */
    public long count() {
        return count;
    }

    private static String message(List<SegmentProblem> problems, long count) {
        String listed = problems.stream().map(SegmentProblem::toString).collect(Collectors.joining("; "));
        long more = count - problems.size();
        return "Segment file refused, nothing was imported: " + listed + (more > 0 ? "; and " + more + " more" : "");
    }
}
