package jinbo.reference.phone;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jinbo.platform.csv.CsvTableReader;

/** Reads the association's own segment table: CSV {@code segment,province} in UTF-8, strict, all problems listed. */
final class SegmentFile {

    private static final List<String> HEADER = List.of("segment", "province");
    private static final int LISTED = 20;
    private static final Pattern SEGMENT = Pattern.compile("1[3-9][0-9]{5}");
    /** Letters only: a province that ends in a blank would be another province. */
    private static final Pattern PROVINCE = Pattern.compile("\\p{L}{1,20}");

    private final SegmentProvinces segments = new SegmentProvinces();
    private final List<SegmentFileException.Problem> problems = new ArrayList<>();
    private long problemCount;

    private SegmentFile() {}

    /**
     * Reads the file once, in memory that does not depend on its length.
     *
     * @param file CSV in UTF-8, with or without byte order mark; left open
     * @throws SegmentFileException if anything in it is wrong
     * @throws IOException if the stream fails
     */
    static SegmentProvinces read(InputStream file) throws SegmentFileException, IOException {
        SegmentFile reading = new SegmentFile();
        CsvTableReader.read(file, HEADER, reading::take, reading::problem);
        if (reading.problemCount == 0 && reading.segments.provinces().isEmpty()) {
            reading.problem(0, "it has a header and no segments");
        }
        if (reading.problemCount > 0) {
            throw new SegmentFileException(reading.problems, reading.problemCount);
        }
        return reading.segments;
    }

    private boolean take(long line, List<String> row) {
        if (row.size() != HEADER.size()) {
            problem(line, "a row has a segment and a province, two fields");
        } else if (!SEGMENT.matcher(row.get(0)).matches()) {
            problem(line, "a segment has 7 digits and begins with 13 to 19");
        } else if (!PROVINCE.matcher(row.get(1)).matches()) {
            problem(line, "a province is 1 to 20 letters without blanks, as 北京");
        } else {
            switch (segments.add(Integer.parseInt(row.get(0)), row.get(1))) {
                case YES -> {}
                case DOUBLED -> problem(line, "the segment is in the file twice; leave one row");
                case TOO_MANY_PROVINCES ->
                    problem(line, "more than " + SegmentProvinces.MOST_PROVINCES + " provinces; is it the city?");
            }
        }
        return true;
    }

    private void problem(long at, String reason) {
        problemCount++;
        if (problems.size() < LISTED) {
            problems.add(new SegmentFileException.Problem(at, reason));
        }
    }
}
