package jinbo.reference.calendar;

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
import java.util.List;

/**
 * Reads a calendar file: CSV {@code date,kind,name} with that header, UTF-8 with or without byte order mark, strict.
 *
 * <p>{@code date} is an ISO date, {@code kind} is {@code holiday} (a day from Monday to Friday off) or {@code workday} (a
 * Saturday or Sunday on which people work), {@code name} the holiday. The file gives whole years.
 */
final class CalendarFile {

    private static final List<String> HEADER = List.of("date", "kind", "name");
    private static final int BUFFER = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CalendarRowValidator rows = new CalendarRowValidator();
    private long line;

    private CalendarFile() {}

    /**
     * Reads the file once, in bounded memory.
     *
     * @param file the file's bytes; left open
     * @return its days in the order of the file
     * @throws CalendarFileException if anything in it is wrong
     * @throws IOException if the stream fails
     */
    static List<WorkdayCalendar.SpecialDay> read(InputStream file) throws CalendarFileException, IOException {
        CalendarFile reading = new CalendarFile();
        try {
            reading.readRecords(file);
        } catch (CsvParseException e) {
            reading.rows.problem(reading.line + 1, "this or the next lines are no CSV (RFC 4180): look at the quotes");
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof CharacterCodingException)) {
                throw e.getCause();
            }
            reading.rows.problem(0, "it is not UTF-8; save it as CSV UTF-8");
        }
        return reading.rows.days();
    }

    private void readRecords(InputStream file) throws IOException {
        BufferedReader text =
                new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8.newDecoder()), BUFFER);
        skipByteOrderMark(text);
        CsvReader<CsvRecord> records = CsvReader.builder()
                .maxBufferSize(BUFFER)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
        for (CsvRecord row : records) {
            boolean header = line == 0;
            line = row.getStartingLineNumber();
            if (header && !row.getFields().equals(HEADER)) {
                rows.problem(line, "the header must be date,kind,name");
                return;
            }
            if (!header && !rows.take(line, row.getFields())) {
                return;
            }
        }
        if (line == 0) {
            rows.problem(0, "it is empty");
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
}
