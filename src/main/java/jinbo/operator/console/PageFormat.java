package jinbo.operator.console;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.platform.error.RecordedSentences;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.context.i18n.LocaleContextHolder;

/** Formats times and numbers for pages in either language. Times are in the association's zone. */
final class PageFormat {

    static final String NOTHING = "–";

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private PageFormat() {}

    static String time(Instant at) {
        return BusinessTime.formatMinute(at);
    }

    static String timeToTheSecond(Instant at) {
        return SECOND.format(at.atZone(BusinessTime.ZONE));
    }

    static String time(Optional<Instant> at) {
        return at.map(PageFormat::time).orElse(NOTHING);
    }

    static String count(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    static String percent(double of100) {
        return of100 > 0 && of100 < 0.1 ? "< 0.1 %" : String.format(Locale.ENGLISH, "%.1f %%", of100);
    }

    /** Returns a hexadecimal fingerprint in groups of four digits, and any other unchanged. */
    static String fingerprint(String fingerprint) {
        return fingerprint.matches("[0-9A-Fa-f]+") ? fingerprint.replaceAll("(.{4})(?!$)", "$1 ") : fingerprint;
    }

    static String orNothing(Optional<?> value) {
        return value.map(Object::toString).orElse(NOTHING);
    }

    /** Returns the names of the person who acts and, after a plus sign, of the second person. */
    static String names(Actor actor) {
        return actor.name() + actor.confirmedBy().map(second -> " + " + second).orElse("");
    }

    /** Returns a recorded sentence in the language of the page. */
    static String recorded(String sentence) {
        return RecordedSentences.in(sentence, LocaleContextHolder.getLocale());
    }

    static String took(Optional<Instant> from, Optional<Instant> until) {
        return from.isPresent() && until.isPresent() ? took(Duration.between(from.get(), until.get())) : NOTHING;
    }

    static String took(Duration time) {
        return time.toMinutes() > 0
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : String.format(Locale.ENGLISH, "%.1f s", time.toMillis() / 1000.0);
    }

    /** A time and its distance from now; {@code distance} is the end of a message key, {@code amount} its number. */
    public record RelativeTime(String at, String distance, long amount) {

        private static final long HOUR = 60;
        private static final long DAY = 24 * HOUR;

        static RelativeTime of(String at, Instant time, Instant now) {
            Duration since = Duration.between(time, now);
            long minutes = since.abs().toMinutes();
            if (minutes < 1) {
                return new RelativeTime(at, "now", 0);
            }
            String direction = since.isNegative() ? "in." : "ago.";
            return minutes < HOUR
                    ? new RelativeTime(at, direction + "minutes", minutes)
                    : minutes < 2 * DAY
                            ? new RelativeTime(at, direction + "hours", minutes / HOUR)
                            : new RelativeTime(at, direction + "days", minutes / DAY);
        }

        static RelativeTime of(Instant time, Instant now) {
            return of(PageFormat.time(time), time, now);
        }
    }
}
