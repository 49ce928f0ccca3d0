package jinbo.consumer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;
import jinbo.accesslog.Subject;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts codes and accesses, for the limits of all processes. It does not wait for the disk, because the access log
 * entry that follows does.
 */
@Component
record VisitorCounts(JdbcClient jdbc, ConsumerSettings settings, Clock clock) {

    static final String ALL = "";

    /**
     * Counts an access by the holder of a number.
     *
     * @throws TooManyViewsException if the limit of the day is reached; the access must not begin
     */
    void addView(Subject subject) {
        addAccess(Counter.VIEWS_IN_DAY, subject);
    }

    /**
     * Counts a code for a known browser, to which the limits of its network do not apply.
     *
     * @throws TooManyViewsException if the limit of the day is reached; the access must not begin
     */
    void addCodeRequest(Subject subject) {
        addAccess(Counter.CODES_OF_KNOWN_IN_DAY, subject);
    }

    private void addAccess(Counter counter, Subject subject) {
        Instant now = clock.instant();
        if (add(counter, subject.toString(), now, settings.viewsPerNumber()).isEmpty()) {
            throw new TooManyViewsException(counter.untilEnd(now));
        }
    }

    /** Returns the new count; empty if the limit was reached, so that nothing was counted. */
    OptionalInt add(Counter what, String subject, Instant at, int most) {
        return jdbc.sql("""
                insert into visitor_count as c (kind, of_whom, begins, ends, counted)
                select ?, ?, ?, ?, 1 where set_config('synchronous_commit', 'off', true) is not null
                on conflict (kind, of_whom, begins) do update set counted = c.counted + 1 where c.counted < ?
                returning counted
                """)
                .params(
                        what.name(),
                        subject,
                        what.begins(at).atOffset(ZoneOffset.UTC),
                        what.ends(at).atOffset(ZoneOffset.UTC),
                        most)
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    void refund(Counter what, String subject, Instant at) {
        jdbc.sql("""
                update visitor_count set counted = counted - 1
                where kind = ? and of_whom = ? and begins = ? and counted > 0
                """)
                .params(what.name(), subject, what.begins(at).atOffset(ZoneOffset.UTC))
                .update();
    }

    void deleteEndedBy(Instant time) {
        jdbc.sql("delete from visitor_count where ends <= ?")
                .param(time.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What is counted, in each minute, hour or day in Beijing. The names are stored in the database. */
    enum Counter {
        /** Codes that visitors of a network requested, except those that were entered. */
        CODES_OF_NETWORK_IN_HOUR(ChronoUnit.HOURS),
        /** Codes that visitors of a network requested, except those that were entered or could not be sent. */
        CODES_OF_NETWORK_IN_DAY(ChronoUnit.DAYS),
        /** Codes for one number that known browsers requested, including those that could not be sent. */
        CODES_OF_KNOWN_IN_DAY(ChronoUnit.DAYS),
        CODES_IN_MINUTE(ChronoUnit.MINUTES),
        CODES_IN_DAY(ChronoUnit.DAYS),
        VIEWS_IN_DAY(ChronoUnit.DAYS);

        private final ChronoUnit length;

        Counter(ChronoUnit length) {
            this.length = length;
        }

        Instant begins(Instant at) {
            return inBeijing(at).toInstant();
        }

        Instant ends(Instant at) {
            return inBeijing(at).plus(1, length).toInstant();
        }

        Duration untilEnd(Instant at) {
            return Duration.between(at, ends(at));
        }

        private ZonedDateTime inBeijing(Instant at) {
            return at.atZone(BusinessTime.ZONE).truncatedTo(length);
        }
    }
}
