package jinbo.consumer;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What visitors have used up, counted by all processes together. A count does not make its transaction wait for the disk: what is done
 * next for the visitor is written into the access log, which makes this durable, too.
 */
@Component
record VisitorCounts(JdbcClient jdbc) {

    /** Stands for everybody. */
    static final String ALL = "";

    /** @return how many there are with this one; empty if it is one too many, and not counted */
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

    /** Takes back one that was counted at that time; nothing if its time has ended and it is forgotten. */
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

    /** What is counted of visitors, each for a time that begins anew: a minute, an hour or a day of Beijing. Kept by name in the database. */
    enum Counter {
        /** Codes that were asked for from a network, without those that were proven. */
        CODES_OF_NETWORK_IN_HOUR(ChronoUnit.HOURS),
        /** The same, without those that could not be sent. */
        CODES_OF_NETWORK_IN_DAY(ChronoUnit.DAYS),
        /** Codes that were asked for by browsers that had proven the number, sent or not; of one number. */
        CODES_OF_KNOWN_IN_DAY(ChronoUnit.DAYS),
        CODES_IN_MINUTE(ChronoUnit.MINUTES),
        CODES_IN_DAY(ChronoUnit.DAYS),
        /** Accesses that were announced so that a holder sees something, of one number. */
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
