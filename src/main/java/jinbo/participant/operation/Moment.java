package jinbo.participant.operation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import jinbo.reference.calendar.BusinessTime;

/** A time as people type it: an instant, or a date in the association's time zone, which lasts until the next day. */
public record Moment(Instant begin, Instant end) {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    public static Moment parse(String typed) {
        if (DATE.matcher(typed).matches()) {
            LocalDate date = LocalDate.parse(typed);
            return new Moment(midnight(date), midnight(date.plusDays(1)));
        }
        Instant instant = OffsetDateTime.parse(typed).toInstant();
        return new Moment(instant, instant);
    }

    /** Formats it so that {@link #parse} can read it. */
    @Override
    public String toString() {
        return begin.equals(end)
                ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(begin.atZone(BusinessTime.ZONE))
                : BusinessTime.dateOf(begin).toString();
    }

    private static Instant midnight(LocalDate date) {
        return date.atStartOfDay(BusinessTime.ZONE).toInstant();
    }
}
