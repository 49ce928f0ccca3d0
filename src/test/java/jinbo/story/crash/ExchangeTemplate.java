package jinbo.story.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import jinbo.accesslog.RecordKind;
import jinbo.testing.SettableClock;
import jinbo.testing.TestDatabase;
import jinbo.testing.TestExchange;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An exchange in the middle of its life, of which any number of equal copies is made: first lists are out, two files are
 * held, an operator has just released one of them, and the first lot lies on the drops.
 *
 * @param home its folder
 * @param databaseUrl its database
 * @param at the time there
 * @param later what the insurers drop next
 */
record ExchangeTemplate(Path home, String databaseUrl, OffsetDateTime at, UploadBatch later) {

    private static final AtomicInteger COPIES = new AtomicInteger();

    private static final String RELEASED_FIRST = "901";
    private static final String RELEASED_LATER = "902";

    /** Makes it. */
    static ExchangeTemplate make(Path home, String isoTime) throws IOException {
        OffsetDateTime at = OffsetDateTime.parse(isoTime);
        String day = at.toLocalDate().toString().replace("-", "");
        SettableClock clock = new SettableClock(isoTime);
        String url;
        UploadBatch later;
        try (TestExchange exchange = TestExchange.start(home, clock)) {
            url = exchange.databaseUrl();
            UploadBatch held = new UploadBatch(
                    List.of(UploadBatch.toBeHeld(exchange, day, 1), UploadBatch.toBeHeld(exchange, day, 2)));
            held.dropInto(home);
            exchange.collect();
            exchange.publish();
            UploadBatch.sealed(exchange, 1, day).dropInto(home);
            later = UploadBatch.sealed(exchange, 2, day);
        }
        ExchangeTemplate made = new ExchangeTemplate(home, url, at, later);
        made.release(url, RELEASED_FIRST, at);
        return made;
    }

    /** A copy in a folder of its own, over a database of its own. */
    ExchangeTemplate copyTo(Path folder) {
        try (Stream<Path> all = Files.walk(home)) {
            Files.createDirectories(folder);
            for (Path each : all.toList()) {
                Path target = folder.resolve(home.relativize(each).toString());
                if (!target.equals(folder)) {
                    Files.copy(each, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
            String copy = TestDatabase.copyOfUrl(databaseUrl);
            numberRunsApart(TestDatabase.sql(copy), COPIES.incrementAndGet());
            return new ExchangeTemplate(folder, copy, at, later);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Spring Batch knows the steps that run in a JVM by their ids only; copies that work in the same JVM have different ones. */
    private static void numberRunsApart(JdbcClient sql, int copy) {
        String first = copy + "00000";
        for (String sequence :
                List.of("batch_job_instance_seq", "batch_job_execution_seq", "batch_step_execution_seq")) {
            sql.sql("alter sequence " + sequence + " restart with " + first).update();
        }
    }

    /** What happens outside between the first run and the second: the later lot, and the release of the other held file. */
    void meanwhile(OffsetDateTime time) {
        try {
            later.dropInto(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        release(databaseUrl, RELEASED_LATER, time);
    }

    /** The settings of a process that works here at a time. */
    Map<String, String> settings(OffsetDateTime time, Map<String, String> more) {
        Map<String, String> settings = new TreeMap<>(more);
        settings.put("jinbo.home", home.toString());
        settings.put("jinbo.clock", time.toString());
        settings.put("jinbo.wait-for-others", "0s");
        settings.put("spring.datasource.url", databaseUrl);
        settings.put("spring.flyway.url", TestDatabase.ownerUrl(databaseUrl));
        return settings;
    }

    /** When the registrations of a file count as registered, if that is the operator's release rather than the receipt. */
    static Map<String, Instant> releaseTimes(OffsetDateTime first, OffsetDateTime later) {
        return Map.of(RELEASED_FIRST, first.toInstant(), RELEASED_LATER, later.toInstant());
    }

    /** An operator decides and dies before the decision takes effect. */
    private void release(String url, String number, OffsetDateTime time) {
        TestDatabase.sql(url).sql("""
                insert into held_decision (inbound_file, answer, decision, reason, decided_by, decided_at, acted_as,
                                           operating_system_user)
                select id, judged_answer + 1, 'RELEASE', 'agreed with the insurer', 'wang', ?, 'OPERATOR', 'root'
                from inbound_file where stem like '%-' || ?
                """).params(time, number).update();
        bind(TestDatabase.sql(url), time);
    }

    /** As the program binds what it records of decisions; here it does not run. */
    private static void bind(JdbcClient sql, OffsetDateTime time) {
        RecordKind held = RecordKind.of(
                "decision on held file",
                RecordKind.Part.row(
                        "held_decision",
                        "held_decision.inbound_file || ', answer ' || held_decision.answer",
                        "inbound_file answer decision reason decided_by acted_as operating_system_user confirmed_by decided_at:time"));
        Map<String, String> digests = new TreeMap<>();
        sql.sql(held.digests()).query(row -> {
            digests.put(row.getString("key"), row.getString("digest"));
        });
        digests.forEach((key, digest) -> {
            String intent = entry(sql, "INTENT", null, held.object(key), null, time);
            entry(sql, "RESULT", intent, held.object(key), "RECORDED " + digest, time);
        });
    }

    private static String entry(
            JdbcClient sql,
            String phase,
            @Nullable String intent,
            String object,
            @Nullable String outcome,
            OffsetDateTime time) {
        return sql.sql("""
                select write_access_entry(:time::timestamptz, :phase, :intent::bigint, 'wang', 'OPERATOR', 'root', null, 'DECIDE',
                    'the record after the decision', null, :object, :outcome::text, :numbers::bigint, null, null, null, null, null,
                    null, null)::text
                """)
                .param("time", time)
                .param("phase", phase)
                .param("intent", intent)
                .param("object", object)
                .param("outcome", outcome)
                .param("numbers", outcome == null ? null : 0)
                .query(String.class)
                .single();
    }
}
