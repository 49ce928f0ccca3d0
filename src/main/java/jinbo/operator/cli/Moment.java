package jinbo.operator.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import jinbo.reference.calendar.BusinessTime;

/**
 * A point in time as people type it: a date in the association's zone, or an instant with offset.
 *
 * @param begin the instant, or the first of the date
 * @param end the same instant, or the first of the day after
 */
record Moment(Instant begin, Instant end) {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** @throws DateTimeParseException if it is neither */
    static Moment parse(String typed) {
        if (DATE.matcher(typed).matches()) {
            LocalDate date = LocalDate.parse(typed);
            return new Moment(midnight(date), midnight(date.plusDays(1)));
        }
        Instant instant = OffsetDateTime.parse(typed).toInstant();
        return new Moment(instant, instant);
    }

    private static Instant midnight(LocalDate date) {
        return date.atStartOfDay(BusinessTime.ZONE).toInstant();
    }
}
