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
 * Counts the use of limits, for all processes. It does not wait for the disk: the access log entry that follows does.
 */
@Component
record VisitorCounts(JdbcClient jdbc, ConsumerSettings settings, Clock clock) {

    static final String ALL = "";

    /**
     * Counts an access.
     *
     * @throws TooManyViewsException if the limit of the day is reached; the access must not begin
     */
    void addView(Subject subject) {
        addAccess(Counter.VIEWS_IN_DAY, subject);
    }

    /**
     * Counts a code for a known browser, to which no limit of its network applies.
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

    /** @return the new count; empty if the limit is reached and nothing was counted */
    OptionalInt add(Counter what, String ofWhom, Instant at, int most) {
        return jdbc.sql("""
                insert into visitor_count as c (kind, of_whom, begins, ends, counted)
                select ?, ?, ?, ?, 1 where set_config('synchronous_commit', 'off', true) is not null
                on conflict (kind, of_whom, begins) do update set counted = c.counted + 1 where c.counted < ?
                returning counted
                """)
                .params(
                        what.name(),
                        ofWhom,
                        what.begins(at).atOffset(ZoneOffset.UTC),
                        what.ends(at).atOffset(ZoneOffset.UTC),
                        most)
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    void giveBack(Counter what, String ofWhom, Instant at) {
        jdbc.sql("""
                update visitor_count set counted = counted - 1
                where kind = ? and of_whom = ? and begins = ? and counted > 0
                """)
                .params(what.name(), ofWhom, what.begins(at).atOffset(ZoneOffset.UTC))
                .update();
    }

    void deleteEndedBy(Instant time) {
        jdbc.sql("delete from visitor_count where ends <= ?")
                .param(time.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The counters, each for a period: a minute, an hour or a day in Beijing. Their names are stored. */
    enum Counter {
        /** Codes for a network, except proven ones. */
        CODES_OF_NETWORK_IN_HOUR(ChronoUnit.HOURS),
        /** Codes for a network, except proven ones and failures. */
        CODES_OF_NETWORK_IN_DAY(ChronoUnit.DAYS),
        /** Codes for one number to known browsers, including failures. */
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
