package jinbo.consumer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores the codes that were sent in the last day, each as a keyed hash, with the attempts to enter it. */
@Component
record CodeChallenges(JdbcClient jdbc) {

    static final Duration KEPT = Duration.ofDays(1);

    /**
     * @param source the keyed hash of the visitor's network
     * @param isKnown true if the browser has proven the number before
     */
    record Request(UUID id, String subject, byte[] source, boolean isKnown, Instant at) {

        String network() {
            return HexFormat.of().formatHex(source);
        }
    }

    /** A code that can still be entered, as a keyed hash; {@code tries} counts the attempts, including this one. */
    record OpenChallenge(String subject, byte[] code, int tries, String network, boolean isKnown, Instant askedAt) {}

    /** When the last and the nth last code were requested for a number, and the mth last from the visitor's network. */
    record EarlierCodes(Optional<Instant> last, Optional<Instant> nthLast, Optional<Instant> nthLastOfNetwork) {}

    /** Locks a number and then a network until the transaction ends; the order prevents deadlocks. */
    void lock(String number, String network) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(whose, 1785950831)) from unnest(array[?, ?]) as whose")
                .params(number, network)
                .query((row, count) -> true)
                .list();
    }

    void add(Request request, byte[] code, Instant expiresAt) {
        jdbc.sql("""
                insert into code_challenge (id, subject, source, known, code, asked_at, expires_at) values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        request.id(),
                        request.subject(),
                        request.source(),
                        request.isKnown(),
                        code,
                        request.at().atOffset(ZoneOffset.UTC),
                        expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    EarlierCodes findEarlier(Request request, int n, int m, Instant since) {
        return jdbc.sql("""
                select max(asked_at),
                       (array_agg(asked_at order by asked_at desc))[:n],
                       (array_agg(asked_at order by asked_at desc) filter (where source = :source))[:m]
                from code_challenge where subject = :subject and known = :known and asked_at > :since
                """)
                .param("subject", request.subject())
                .param("known", request.isKnown())
                .param("source", request.source())
                .param("n", n)
                .param("m", m)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new EarlierCodes(time(row, 1), time(row, 2), time(row, 3)))
                .single();
    }

    /** Counts an attempt to enter a code; empty if the code is not valid any more. */
    Optional<OpenChallenge> countAttempt(UUID id, Instant at, int most) {
        return jdbc.sql("""
                update code_challenge set tries = tries + 1
                where id = ? and expires_at > ? and tries < ? and proven_at is null
                returning subject, code, tries, source, known, asked_at
                """)
                .params(id, at.atOffset(ZoneOffset.UTC), most)
                .query((row, number) -> new OpenChallenge(
                        row.getString("subject"),
                        row.getBytes("code"),
                        row.getInt("tries"),
                        HexFormat.of().formatHex(row.getBytes("source")),
                        row.getBoolean("known"),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void markProven(UUID id, Instant at) {
        jdbc.sql("update code_challenge set proven_at = ? where id = ? and proven_at is null")
                .params(at.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from code_challenge where id = ?").param(id).update();
    }

    void deleteBefore(Instant time) {
        jdbc.sql("delete from code_challenge where asked_at < ?")
                .param(time.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Optional<Instant> time(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
