package jinbo.consumer;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What visitors have used up, counted by all processes together. A count does not make its transaction wait for the disk: what is done
 * next for the visitor is written into the access log, which makes this durable, too.
 */
@Component
class VisitorCounts {

    /** Stands for everybody. */
    static final String ALL = "";

    private final JdbcClient jdbc;

    VisitorCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Counts one more.
     *
     * @param most how many there may be
     * @return how many there are with this one; empty if it is one too many, and not counted
     */
    OptionalInt add(Counted what, String ofWhom, Instant at, int most) {
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
    void giveBack(Counted what, String ofWhom, Instant at) {
        jdbc.sql("""
                update visitor_count set counted = counted - 1
                where kind = ? and of_whom = ? and begins = ? and counted > 0
                """)
                .params(what.name(), ofWhom, what.begins(at).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Removes what counts no longer. */
    void deleteEndedBy(Instant time) {
        jdbc.sql("delete from visitor_count where ends <= ?")
                .param(time.atOffset(ZoneOffset.UTC))
                .update();
    }
}
