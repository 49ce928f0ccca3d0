package jinbo.reference.phone;

import java.util.List;
import java.util.stream.Collectors;

/** A segment file was refused and nothing of it taken in. */
public final class SegmentFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;
    private final long count;

    SegmentFileException(List<Problem> problems, long count) {
        super(message(problems, count));
        this.problems = List.copyOf(problems);
        this.count = count;
    }

    /** The first twenty problems in the order of the file. */
    public List<Problem> problems() {
        return problems;
    }

    /** How many problems there are in all. */
    public long count() {
        return count;
    }

    private static String message(List<Problem> problems, long count) {
        String listed = problems.stream().map(Problem::toString).collect(Collectors.joining("; "));
        long more = count - problems.size();
        return "Segment file refused, nothing was imported: " + listed + (more > 0 ? "; and " + more + " more" : "");
    }

    /**
     * One thing that is wrong with a segment file.
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
