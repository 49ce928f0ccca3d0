package jinbo.reference.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import jinbo.platform.csv.RefusedTableException;

/** The bundled calendar without a database. */
final class BundledCalendar {

    private BundledCalendar() {}

    static WorkdayCalendar load() {
        try (InputStream file = open()) {
            return new WorkdayCalendar("bundled", CalendarFile.read(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RefusedTableException e) {
            throw new AssertionError(e);
        }
    }

    static InputStream open() {
        return BundledCalendar.class.getResourceAsStream("cn-workdays.csv");
    }
}
