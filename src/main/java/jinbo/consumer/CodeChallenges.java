package jinbo.consumer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The codes that were sent of late, without codes and numbers. */
@Component
class CodeChallenges {

    /** The longest that a limit counts back. */
    static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;

    CodeChallenges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A code that may still be typed.
     *
     * @param subject the keyed hash of the number it was sent to
     * @param code the keyed hash of the code
     * @param tries how many were typed, with this one
     */
    record Open(String subject, byte[] code, int tries) {}

    /**
     * When codes were asked for of late.
     *
     * @param last for a number
     * @param nthLast for a number, so many back
     * @param nthLastFrom from a network, so many back
     */
    record Asked(Optional<Instant> last, Optional<Instant> nthLast, Optional<Instant> nthLastFrom) {}

    /**
     * Lets nobody else count or add for one number and one network until the transaction ends; in this order, so that nobody waits for
     * ever.
     */
    void lock(String number, String network) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(whose, 1785950831)) from unnest(array[?, ?]) as whose")
                .params(number, network)
                .query((row, count) -> true)
                .list();
    }

    void add(UUID id, String subject, byte[] source, byte[] code, Instant at, Instant expiresAt) {
        jdbc.sql("""
                insert into code_challenge (id, subject, source, code, asked_at, expires_at) values (?, ?, ?, ?, ?, ?)
                """)
                .params(id, subject, source, code, at.atOffset(ZoneOffset.UTC), expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * What limits go by.
     *
     * @param n how many back for the number
     * @param since that time
     * @param m how many back from the network
     * @param sinceFrom that time
     */
    Asked asked(String subject, int n, Instant since, byte[] source, int m, Instant sinceFrom) {
        return jdbc.sql("""
                select (select max(asked_at) from code_challenge where subject = :subject and asked_at > :since),
                       (select asked_at from code_challenge where subject = :subject and asked_at > :since
                        order by asked_at desc offset :n limit 1),
                       (select asked_at from code_challenge where source = :source and asked_at > :sinceFrom
                        order by asked_at desc offset :m limit 1)
                """)
                .param("subject", subject)
                .param("n", n - 1)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("source", source)
                .param("m", m - 1)
                .param("sinceFrom", sinceFrom.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Asked(time(row, 1), time(row, 2), time(row, 3)))
                .single();
    }

    /** Counts a try of a code that is still valid; empty for one that is not. */
    Optional<Open> tryOnce(UUID id, Instant at, int most) {
        return jdbc.sql("""
                update code_challenge set tries = tries + 1
                where id = ? and expires_at > ? and tries < ? and proven_at is null
                returning subject, code, tries
                """)
                .params(id, at.atOffset(ZoneOffset.UTC), most)
                .query((row, number) -> new Open(row.getString("subject"), row.getBytes("code"), row.getInt("tries")))
                .optional();
    }

    void proven(UUID id, Instant at) {
        jdbc.sql("update code_challenge set proven_at = ? where id = ? and proven_at is null")
                .params(at.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from code_challenge where id = ?").param(id).update();
    }

    void forgetBefore(Instant time) {
        jdbc.sql("delete from code_challenge where asked_at < ?")
                .param(time.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Optional<Instant> time(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
