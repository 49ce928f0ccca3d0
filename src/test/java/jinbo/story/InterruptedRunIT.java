package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jinbo.batch.collect.CollectReport;
import jinbo.batch.publish.PublishReport;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.registry.Registry;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever breaks a run off, the next one completes it: every answer and list once, with the bytes that were sealed. */
class InterruptedRunIT {

    private static final SettableClock CLOCK = new SettableClock("2012-09-21T09:00:00+08:00");

    @TempDir
    static Path home;

    private static TestExchange exchange;
    private static int files;

    @BeforeAll
    static void start() {
        exchange = TestExchange.start(home, CLOCK);
        exchange.sql().sql("""
                        create function break_off() returns trigger language plpgsql as
                        $$ begin raise exception 'broken off by the test at number 13810001234'; end $$""").update();
    }

    @AfterEach
    void sumsAgree() {
        exchange.assertRegistryAgrees();
    }

    @AfterAll
    static void close() {
        exchange.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            before it is recorded              | inbound_file | before insert | true
            while it is staged                 | registration_page | before insert | true
            while it is merged                 | block_page   | before insert or update | true
            before its verdict                 | inbound_file | before update of status | true
            after its verdict, before answers  | answer       | before insert | true
            after the outcome was delivered    | answer       | before update of delivered_at | true
            before it is archived              | inbound_file | before update of archived_as | true
            as the intent is written           | access_log_entry | before insert | true
            as the result is written           | access_log_entry | before insert, when (new.phase = 'RESULT') | false
            """)
    void anUploadIsAnsweredOnceWhereverItsTakingInBrokeOff(String where, String table, String event, boolean restart) {
        Steps steps = new Steps();
        String name = UploadCsv.name("YUNHE", "20120921", ++files);
        String stem = name.replace(".csv.pgp", "");
        steps.take(
                "an upload arrives",
                () -> exchange.upload(
                        "YUNHE",
                        name,
                        UploadCsv.complaints("2012-09-20", 13810600000L + 2 * files, 13910600000L + 2 * files)));
        long revision = exchange.bean(Registry.class).currentRevision();
        CollectReport broken = steps.take("a run breaks off over it", () -> {
            breakOff(table, event);

            return exchange.collect();
        });
        steps.take("the upload is not answered", () -> {
            assertThat(broken.everythingAnswered()).isFalse();
            assertThat(broken.problems().toString()).doesNotContain("13810001234");
            assertThat(exchange.listing("YUNHE", "download")).doesNotContain("receipt-" + stem + ".json.pgp.part");
        });
        Map<String, String> sealed = sealedAnswers(stem);
        steps.take("the fault is gone", () -> {
            goOn(table);
            if (restart && files % 3 == 0) {
                exchange.restart();
            }
        });
        CollectReport completed = steps.take("the next run comes", () -> exchange.collect());
        steps.take("the upload is answered once", () -> {
            assertThat(completed.problems()).isEmpty();
            assertThat(exchange.receiptOf("YUNHE", stem).status()).isEqualTo(ReceiptStatus.ACCEPTED);
            assertThat(exchange.listing("YUNHE", "download").stream()
                            .filter(file -> file.contains(stem))
                            .toList())
                    .containsExactly("outcome-" + stem + ".csv.pgp", "receipt-" + stem + ".json.pgp");
            sealed.forEach((file, sha256) ->
                    assertThat(exchange.sha256Of("YUNHE", file)).isEqualTo(sha256));
            assertThat(sealedAnswers(stem))
                    .allSatisfy((file, sha256) ->
                            assertThat(exchange.sha256Of("YUNHE", file)).isEqualTo(sha256));
        });
        steps.take("nothing is left to do", () -> {
            assertThat(exchange.listing("YUNHE", "upload")).isEmpty();
            assertThat(exchange.bean(Registry.class).currentRevision()).isEqualTo(revision + 1);
            assertThat(exchange.collect().files())
                    .as("the next run finds nothing to do")
                    .isEmpty();
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            as the list is recorded           | before insert
            as the list is delivered          | before update of list_delivered_at
            as the manifest is delivered      | before update of manifest_delivered_at
            """)
    void aListThatWasSealedGoesOutWithTheSameBytesAndBeforeTheNext(String where, String event) {
        Steps steps = new Steps();
        int last = lastSequence();
        PublishReport broken = steps.take("publishing breaks off", () -> {
            breakOff("block_list", event);

            return exchange.publish();
        });
        steps.take("the report names a problem of each insurer, and no number", () -> {
            assertThat(broken.problems()).hasSize(3);
            assertThat(broken.problems().toString()).doesNotContain("13810001234");
        });
        boolean wasSealed = lastSequence() == last + 1;
        assertThat(wasSealed).isEqualTo(!event.equals("before insert"));
        steps.take("the fault is gone", () -> {
            goOn("block_list");
            if (wasSealed) {
                exchange.restart();
            }
            CLOCK.set("2012-09-21T1" + (files % 10) + ":30:00+08:00");
        });
        PublishReport completed = steps.take("the next run comes", () -> exchange.publish());
        List<Integer> delivered = steps.take("nothing fails in it", () -> {
            assertThat(completed.problems()).isEmpty();
            return completed.delivered().stream()
                    .filter(list -> list.manifest().insurer().value().equals("YUNHE"))
                    .map(list -> list.manifest().sequence())
                    .toList();
        });
        steps.take(
                "a list that was sealed goes out before the next",
                () -> assertThat(delivered).isEqualTo(wasSealed ? List.of(last + 1, last + 2) : List.of(last + 1)));
        steps.take(
                "its bytes are the same",
                () -> assertThat(exchange.sql()
                                .sql(
                                        "select 'blocklist-YUNHE-' || lpad(sequence::text, 8, '0') || '-' || kind || '.csv.pgp' as name,"
                                                + " sha256 from block_list where insurer = 'YUNHE'")
                                .query()
                                .listOfRows())
                        .hasSize(last + delivered.size())
                        .allSatisfy(row -> assertThat(exchange.sha256Of(
                                        "YUNHE", row.get("name").toString()))
                                .isEqualTo(row.get("sha256"))));
    }

    @ParameterizedTest
    @CsvSource({"STARTED", "STARTING", "STOPPING", "UNKNOWN"})
    void anExecutionThatADeadProcessLeftIsTakenOverAndFinished(String status) {
        Steps steps = new Steps();
        String name = UploadCsv.name("YUNHE", "20120921", ++files);
        steps.take("an upload is not answered", () -> {
            exchange.upload("YUNHE", name, UploadCsv.complaints("2012-09-20", 13810600000L + 2 * files));
            breakOff("answer", "before insert");
            exchange.collect();
            goOn("answer");
        });
        steps.take("its execution is left as by a dead process", () -> {
            exchange.sql().sql("""
                        update batch_step_execution set status = :status, end_time = null
                        where status = 'FAILED' and job_execution_id = (select max(job_execution_id) from batch_job_execution)
                        """).param("status", status).update();
            exchange.sql().sql("""
                        update batch_job_execution set status = :status, end_time = null, exit_code = 'UNKNOWN'
                        where job_execution_id = (select max(job_execution_id) from batch_job_execution)
                        """).param("status", status).update();
        });
        CollectReport report = steps.take("the next run takes the execution over", () -> exchange.collect());
        steps.take("it is finished", () -> {
            assertThat(report.problems()).isEmpty();
            assertThat(exchange.receiptOf("YUNHE", name).status()).isEqualTo(ReceiptStatus.ACCEPTED);
            assertThat(exchange.count("batch_job_execution where status not in ('COMPLETED', 'FAILED')"))
                    .isZero();
        });
    }

    @Test
    void aFileWhoseStagingBrokeTheConnectionIsIngestedByTheNextRun() {
        String name = UploadCsv.name("YUNHE", "20120921", ++files);
        exchange.upload("YUNHE", name, UploadCsv.complaints("2012-09-20", 13810600000L + 2 * files));
        exchange.sql()
                .sql("alter table registration_page add column broken int not null default 1")
                .update();
        exchange.sql()
                .sql("alter table registration_page add constraint no_rows check (broken = 2) not valid")
                .update();

        CollectReport broken = exchange.collect();

        assertThat(broken.problems()).hasSize(1);
        exchange.sql()
                .sql("alter table registration_page drop column broken cascade")
                .update();
        assertThat(exchange.collect().problems()).isEmpty();
        assertThat(exchange.listing("YUNHE", "upload")).isEmpty();
    }

    private static void breakOff(String table, String event) {
        String[] parts = event.split(", ");
        exchange.sql()
                .sql("create trigger break_off %s on %s for each row %s execute function break_off()"
                        .formatted(parts[0], table, parts.length > 1 ? parts[1] : ""))
                .update();
    }

    private static void goOn(String table) {
        exchange.sql().sql("drop trigger break_off on " + table).update();
    }

    private static Map<String, String> sealedAnswers(String stem) {
        Map<String, String> answers = new HashMap<>();
        exchange.sql()
                .sql("select name, sha256 from answer where name like '%' || ? || '%'")
                .param(stem)
                .query(row -> {
                    answers.put(row.getString(1), row.getString(2));
                });
        return answers;
    }

    private static int lastSequence() {
        return exchange.sql()
                .sql("select coalesce(max(sequence), 0) from block_list where insurer = 'YUNHE'")
                .query(Integer.class)
                .single();
    }
}
