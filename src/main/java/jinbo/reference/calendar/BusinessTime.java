package jinbo.reference.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The time zone of all dates of the business: Beijing. */
public final class BusinessTime {

    /** Mainland China, UTC+8 all year. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private BusinessTime() {}

    public static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    public static LocalDate today(Clock clock) {
        return dateOf(clock.instant());
    }

    public static String formatMinute(Instant instant) {
        return MINUTE.format(instant.atZone(ZONE));
    }
}
