package jinbo.consumer;

import java.time.Duration;
import java.time.Instant;
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
     * Lets nobody else count or add for one number, or for one network, until the transaction ends. Numbers are locked before
     * networks, so that nobody waits for ever.
     */
    void lock(String whose) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 1785950831))")
                .param(whose)
                .query((row, number) -> true)
                .single();
    }

    void add(UUID id, String subject, byte[] source, byte[] code, Instant at, Instant expiresAt) {
        jdbc.sql("""
                insert into code_challenge (id, subject, source, code, asked_at, expires_at) values (?, ?, ?, ?, ?, ?)
                """)
                .params(id, subject, source, code, at.atOffset(ZoneOffset.UTC), expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** When the one was asked for that is the nth back from the last for a number. */
    Optional<Instant> nthLastFor(String subject, int n, Instant since) {
        return nthLast("subject", subject, n, since);
    }

    /** The same for a network. */
    Optional<Instant> nthLastFrom(byte[] source, int n, Instant since) {
        return nthLast("source", source, n, since);
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

    private Optional<Instant> nthLast(String column, Object whose, int n, Instant since) {
        return jdbc.sql("select asked_at from code_challenge where " + column
                        + " = ? and asked_at > ? order by asked_at desc offset ? limit 1")
                .params(whose, since.atOffset(ZoneOffset.UTC), n - 1)
                .query((row, number) ->
                        row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                .optional();
    }
}
