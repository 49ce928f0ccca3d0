package jinbo.reference.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import jinbo.platform.csv.CsvTableReader;
import jinbo.platform.csv.RefusedTableException;

/**
 * Reads a calendar file: CSV {@code date,kind,name} with that header, UTF-8 with or without byte order mark, strict.
 *
 * <p>{@code date} is an ISO date, {@code kind} is {@code holiday} (a day from Monday to Friday off) or {@code workday} (a
 * Saturday or Sunday on which people work), {@code name} the holiday. The file gives whole years.
 */
final class CalendarFile {

    private static final List<String> HEADER = List.of("date", "kind", "name");

    private CalendarFile() {}

    /**
     * Reads the file once, in bounded memory.
     *
     * @param file the file's bytes; left open
     * @return its days in the order of the file
     * @throws RefusedTableException if anything in it is wrong
     */
    static List<WorkdayCalendar.SpecialDay> read(InputStream file) throws RefusedTableException, IOException {
        CalendarRowValidator rows = new CalendarRowValidator();
        CsvTableReader.read(file, HEADER, rows::take, rows::problem);
        return rows.days();
    }
}
