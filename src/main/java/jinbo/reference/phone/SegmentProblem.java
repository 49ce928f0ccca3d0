package jinbo.reference.phone;

/**
 * One thing that is wrong with a segment file.
 *
 * @param line the physical line, the header being line 1; 0 where the whole file is meant
 * @param reason what is wrong and what to do, in English
 */
public record SegmentProblem(long line, String reason) {

    @Override
    public String toString() {
        return (line == 0 ? "the file: " : "line " + line + ": ") + reason;
    }
}
