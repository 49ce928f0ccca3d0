package jinbo.reference.phone;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jinbo.platform.csv.CsvTableReader;
import jinbo.platform.csv.RefusedTableException;
import jinbo.platform.csv.RefusedTableException.TableProblem;
import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorMessage;
import jinbo.platform.error.ErrorType;

/** Reads the association's own segment table: CSV {@code segment,province} in UTF-8, strict, all problems listed. */
final class SegmentFile {

    private static final List<String> HEADER = List.of("segment", "province");
    private static final int LISTED = 20;
    private static final Pattern SEGMENT = Pattern.compile("1[3-9][0-9]{5}");
    /** Letters only: a province that ends in a blank would be another province. */
    private static final Pattern PROVINCE = Pattern.compile("\\p{L}{1,20}");

    private final SegmentProvinces segments = new SegmentProvinces();
    private final List<TableProblem> problems = new ArrayList<>();
    private long problemCount;

    private SegmentFile() {}

    /**
     * Reads the file once, in memory that does not depend on its length.
     *
     * @param file CSV in UTF-8, with or without byte order mark; left open
     * @throws RefusedTableException if anything in it is wrong
     */
    static SegmentProvinces read(InputStream file) throws RefusedTableException, IOException {
        SegmentFile reading = new SegmentFile();
        CsvTableReader.read(file, HEADER, reading::take, reading::problem);
        if (reading.problemCount == 0 && reading.segments.provinces().isEmpty()) {
            reading.problem(0, SegmentError.NO_SEGMENTS);
        }
        if (reading.problemCount > 0) {
            throw new RefusedTableException(
                    ErrorMessage.of(SegmentError.SEGMENT_FILE_REFUSED, reading.problemCount), reading.problems);
        }
        return reading.segments;
    }

    private boolean take(long line, List<String> row) {
        if (row.size() != HEADER.size()) {
            problem(line, SegmentError.FIELDS);
        } else if (!SEGMENT.matcher(row.get(0)).matches()) {
            problem(line, SegmentError.SEGMENT);
        } else if (!PROVINCE.matcher(row.get(1)).matches()) {
            problem(line, SegmentError.PROVINCE);
        } else {
            switch (segments.add(Integer.parseInt(row.get(0)), row.get(1))) {
                case YES -> {}
                case DOUBLED -> problem(line, SegmentError.SEGMENT_TWICE);
                case TOO_MANY_PROVINCES ->
                    problem(line, SegmentError.TOO_MANY_PROVINCES, SegmentProvinces.MOST_PROVINCES);
            }
        }
        return true;
    }

    private void problem(long at, ErrorCode reason, Object... facts) {
        problemCount++;
        if (problems.size() < LISTED) {
            problems.add(new TableProblem(at, ErrorMessage.of(reason, facts)));
        }
    }

    enum SegmentError implements ErrorCode {
        SEGMENT_FILE_REFUSED(422),
        NO_SEGMENTS("SEGMENT_FILE_REFUSED", 422),
        FIELDS("SEGMENT_FILE_REFUSED", 422),
        SEGMENT("SEGMENT_FILE_REFUSED", 422),
        PROVINCE("SEGMENT_FILE_REFUSED", 422),
        SEGMENT_TWICE("SEGMENT_FILE_REFUSED", 422),
        TOO_MANY_PROVINCES("SEGMENT_FILE_REFUSED", 422),
        NO_HOME_SEGMENTS("SEGMENT_FILE_REFUSED", 422),
        LESS_THAN_HALF("SEGMENT_FILE_REFUSED", 422);

        private final ErrorType type;

        SegmentError(int httpStatus) {
            this.type = new ErrorType(name(), httpStatus);
        }

        SegmentError(String code, int httpStatus) {
            this.type = new ErrorType(code, httpStatus);
        }

        @Override
        public ErrorType type() {
            return type;
        }
    }
}
