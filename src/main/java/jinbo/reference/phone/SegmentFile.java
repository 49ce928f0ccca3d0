package jinbo.reference.phone;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the association's own segment table: CSV {@code segment,province} in UTF-8, strict, all problems listed. */
final class SegmentFile {

    private static final List<String> HEADER = List.of("segment", "province");
    private static final int LISTED = 20;
    private static final int BUFFER = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Pattern SEGMENT = Pattern.compile("1[3-9][0-9]{5}");
    /** Letters only: a province that ends in a blank would be another province. */
    private static final Pattern PROVINCE = Pattern.compile("\\p{L}{1,20}");

    private final SegmentProvinces segments = new SegmentProvinces();
    private final List<SegmentFileException.Problem> problems = new ArrayList<>();
    private long problemCount;
    private long line;

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
        try {
            reading.readRecords(file);
        } catch (CsvParseException e) {
            reading.problem(reading.line + 1, "this or the next lines are no CSV (RFC 4180): look at the quotes");
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof CharacterCodingException)) {
                throw e.getCause();
            }
            reading.problem(0, "it is not UTF-8; save it as CSV UTF-8");
        }
        if (reading.problemCount > 0) {
            throw new SegmentFileException(reading.problems, reading.problemCount);
        }
        return reading.segments;
    }

    private void readRecords(InputStream file) throws IOException {
        BufferedReader text =
                new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8.newDecoder()), BUFFER);
        skipByteOrderMark(text);
        CsvReader<CsvRecord> rows = CsvReader.builder()
                .maxBufferSize(BUFFER)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
        for (CsvRecord row : rows) {
            boolean header = line == 0;
            line = row.getStartingLineNumber();
            if (header && !row.getFields().equals(HEADER)) {
                problem(line, "the header must be segment,province");
                return;
            }
            if (!header) {
                take(row);
            }
        }
        if (line == 0) {
            problem(0, "it is empty");
        } else if (problemCount == 0 && segments.provinces().isEmpty()) {
            problem(0, "it has a header and no segments");
        }
    }

    private static void skipByteOrderMark(BufferedReader text) throws IOException {
        try {
            text.mark(1);
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
        } catch (CharacterCodingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(CsvRecord row) {
        if (row.getFieldCount() != HEADER.size()) {
            problem(line, "a row has a segment and a province, two fields");
        } else if (!SEGMENT.matcher(row.getField(0)).matches()) {
            problem(line, "a segment has 7 digits and begins with 13 to 19");
        } else if (!PROVINCE.matcher(row.getField(1)).matches()) {
            problem(line, "a province is 1 to 20 letters without blanks, as 北京");
        } else {
            switch (segments.add(Integer.parseInt(row.getField(0)), row.getField(1))) {
                case YES -> {}
                case DOUBLED -> problem(line, "the segment is in the file twice; leave one row");
                case TOO_MANY_PROVINCES ->
                    problem(line, "more than " + SegmentProvinces.MOST_PROVINCES + " provinces; is it the city?");
            }
        }
    }

    private void problem(long at, String reason) {
        problemCount++;
        if (problems.size() < LISTED) {
            problems.add(new SegmentFileException.Problem(at, reason));
        }
    }
}
