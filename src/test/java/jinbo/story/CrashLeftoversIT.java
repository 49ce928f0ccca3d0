package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import jinbo.accesslog.Actor;
import jinbo.batch.collect.CollectReport;
import jinbo.batch.collect.HeldFiles;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.operation.Reason;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.registry.inbound.HeldDecision;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process that died has left half done does not stop those who come after it. */
class CrashLeftoversIT {

    @TempDir
    static Path home;

    private static TestExchange exchange;
    private static int files;

    /** Each test has uploads of its own. */
    private final String upload = UploadCsv.name("YUNHE", "20120921", ++files);

    private final String late = UploadCsv.name("YUNHE", "20120921", ++files);
    private final String stem = upload.replace(".csv.pgp", "");

    @BeforeAll
    static void start() {
        exchange = TestExchange.start(home, new SettableClock("2012-09-21T09:00:00+08:00"));
    }

    @AfterEach
    void everythingIsCollected() throws IOException {
        Path quarantine = home.resolve("quarantine").resolve("YUNHE");
        if (Files.isRegularFile(quarantine)) {
            Files.delete(quarantine);
        }
        exchange.bean(Insurers.class)
                .resume(new InsurerCode("YUNHE"), exchange.bean(Clock.class).instant());
        exchange.collect();
    }

    @AfterAll
    static void close() {
        exchange.close();
    }

    @Test
    void anInstanceThatDiedBeforeItsExecutionIsBegunAnew() {
        long instances = exchange.count("batch_job_instance");
        exchange.sql().sql("""
                        create function refuse() returns trigger language plpgsql as $$
                        begin raise exception 'the process dies here'; end $$;
                        create trigger dies before insert on batch_job_execution for each row execute function refuse()
                        """).update();
        exchange.upload("YUNHE", upload, UploadCsv.complaints("2012-09-20", 13810001200L + files));
        assertThat(exchange.collect().problems()).hasSize(1);
        assertThat(exchange.count("batch_job_instance")).isEqualTo(instances + 1);
        exchange.sql().sql("drop trigger dies on batch_job_execution").update();

        CollectReport next = exchange.collect();

        assertThat(next.problems()).isEmpty();
        assertThat(exchange.receiptOf("YUNHE", upload).status()).isEqualTo(ReceiptStatus.ACCEPTED);
    }

    @Test
    void whatAProcessFetchedAndDidNotRecordIsClearedAndFetchedAgain() throws Exception {
        Steps steps = new Steps();
        long kept = folders("spool/inbound");
        long recorded = exchange.count("inbound_file");
        steps.take("a run breaks off when it has fetched an upload", () -> {
            exchange.upload("YUNHE", upload, UploadCsv.complaints("2012-09-20", 13810001200L + files));
            exchange.breakOffAt(FaultPoint.FETCHED);
            exchange.collect();
        });
        steps.take("its copy is left in the spool", () -> {
            assertThat(folders("spool/inbound")).as("what it left").isEqualTo(kept + 1);
            assertThat(exchange.count("inbound_file")).isEqualTo(recorded);
        });
        CollectReport next = steps.take("the next run comes", () -> exchange.collect());
        steps.take("it answers the upload and clears the spool", () -> {
            assertThat(next.problems()).isEmpty();
            assertThat(exchange.receiptOf("YUNHE", upload).status()).isEqualTo(ReceiptStatus.ACCEPTED);
            assertThat(folders("spool/inbound")).isEqualTo(kept);
            assertThat(exchange.count("inbound_fetch")).isZero();
        });
    }

    @Test
    void anAccessThatWasAnnouncedByADeadProcessIsExplainedInTheLog() {
        long results = exchange.count("access_log_entry where phase = 'RESULT'");
        exchange.upload("YUNHE", upload, UploadCsv.complaints("2012-09-20", 13810001200L + files));
        exchange.breakOffAt(FaultPoint.ACCESS_BEGUN);
        exchange.collect();

        CollectReport next = exchange.collect();

        assertThat(next.problems()).isEmpty();
        assertThat(exchange.sql()
                        .sql("select outcome from access_log_entry where phase = 'RESULT' order by id offset ?")
                        .param(results)
                        .query(String.class)
                        .list())
                .containsExactly("ABANDONED", "ACCEPTED");
    }

    @Test
    void whatASuspendedInsurerHadSentBeforeWaitsAndNothingNewIsFetched() {
        exchange.upload("YUNHE", upload, UploadCsv.complaints("2012-09-20", 13810001200L + files));
        exchange.breakOffAt(FaultPoint.RECORDED);
        exchange.collect();
        exchange.upload("YUNHE", late, UploadCsv.complaints("2012-09-20", 13910001200L + files));
        InsurerCode yunhe = new InsurerCode("YUNHE");
        exchange.bean(Insurers.class).suspend(yunhe, exchange.clock().instant());

        CollectReport next = exchange.collect();

        assertThat(next.problems()).isEmpty();
        assertThat(exchange.listing("YUNHE", "upload")).containsExactly(upload, late);
        exchange.bean(Insurers.class).resume(yunhe, exchange.clock().instant());
        assertThat(exchange.collect().problems()).isEmpty();
        assertThat(exchange.receiptOf("YUNHE", upload).status()).isEqualTo(ReceiptStatus.ACCEPTED);
        assertThat(exchange.listing("YUNHE", "archive")).contains(upload, late);
    }

    @Test
    void whatASuspendedInsurerHadBeenJudgedIsAnswered() {
        exchange.upload("YUNHE", upload, UploadCsv.complaints("2012-09-20", 13810001200L + files));
        exchange.breakOffAt(FaultPoint.INGESTED);
        exchange.collect();
        exchange.bean(Insurers.class)
                .suspend(new InsurerCode("YUNHE"), exchange.clock().instant());

        assertThat(exchange.collect().problems()).isEmpty();

        assertThat(exchange.receiptOf("YUNHE", upload).status()).isEqualTo(ReceiptStatus.ACCEPTED);
        assertThat(exchange.listing("YUNHE", "archive")).contains(upload);
    }

    @Test
    void aRefusalThatDidNotReachQuarantineReachesItInTheNextRun() throws Exception {
        Steps steps = new Steps();
        steps.take("a file is held", () -> {
            exchange.upload("YUNHE", upload, onlyLandlines());
            exchange.collect();
        });
        Path quarantine = home.resolve("quarantine").resolve("YUNHE");
        steps.take(
                "its quarantine cannot be made",
                () -> Files.writeString(quarantine, "a file stands where the folder should be"));
        CollectReport decided = steps.take(
                "an operator refuses the file",
                () -> exchange.bean(HeldFiles.class)
                        .decide(
                                upload,
                                HeldDecision.Kind.REFUSE,
                                new Reason("the wrong column"),
                                new Actor("wang", "root")));
        steps.take(
                "it does not reach quarantine",
                () -> assertThat(decided.problems()).hasSize(1));
        steps.take("the next run brings it there", () -> {
            Files.delete(quarantine);
            assertThat(exchange.collect().problems()).isEmpty();
            assertThat(quarantine.resolve(stem + "." + id() + ".pgp")).exists();
            assertThat(exchange.listing("YUNHE", "download"))
                    .contains("receipt-" + stem + ".2.json.pgp")
                    .doesNotContain("receipt-" + stem + ".3.json.pgp");
            assertThat(exchange.collect().files()).as("nothing is left").isEmpty();
        });
    }

    @Test
    void aDraftOfAnAnswerToAHeldFileIsRemoved() throws IOException {
        exchange.upload("YUNHE", upload, onlyLandlines());
        exchange.breakOffAt(FaultPoint.INGESTED);
        exchange.collect();
        Path held = home.resolve("spool/inbound/" + id());
        Files.writeString(held.resolve("receipt-" + stem + ".json.pgp.1.part"), "begun by a dead process");

        assertThat(exchange.collect().problems()).isEmpty();

        assertThat(exchange.receiptOf("YUNHE", upload).status()).isEqualTo(ReceiptStatus.HELD);
        assertThat(held).isDirectoryContaining("glob:**.pgp").isDirectoryNotContaining("glob:**.part");
    }

    /** So many that the file is held; each test has others, or they would have been received before. */
    private static String onlyLandlines() {
        return UploadCsv.HEADER
                + "010-6555%04d,TELEMARKETING,2012-09-20,,,\r\n"
                        .formatted(files)
                        .repeat(13);
    }

    private long id() {
        return exchange.sql()
                .sql("select id from inbound_file where stem = ?")
                .param(stem)
                .query(Long.class)
                .single();
    }

    private static long folders(String below) throws IOException {
        if (!Files.exists(home.resolve(below))) {
            return 0;
        }
        try (var folders = Files.list(home.resolve(below))) {
            return folders.count();
        }
    }

    @Test
    void aDecisionOnAHeldFileTakesNothingElseIn() {
        exchange.upload("YUNHE", upload, onlyLandlines());
        exchange.collect();
        exchange.upload("YUNHE", late, UploadCsv.complaints("2012-09-20", 13810001200L + files));

        CollectReport decided = exchange.bean(HeldFiles.class)
                .decide(upload, HeldDecision.Kind.RELEASE, new Reason("confirmed"), new Actor("wang", "root"));

        assertThat(decided.files()).hasSize(1);
        assertThat(exchange.listing("YUNHE", "upload")).containsExactly(late);
    }
}
