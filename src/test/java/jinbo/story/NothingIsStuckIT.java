package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import jinbo.accesslog.Actor;
import jinbo.crashpoint.CrashPoint;
import jinbo.exchange.ReceiptStatus;
import jinbo.inbound.HeldDecision;
import jinbo.insurer.InsurerCode;
import jinbo.insurer.Insurers;
import jinbo.job.collect.CollectReport;
import jinbo.job.collect.HeldFiles;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process that died has left half done does not stop those who come after it. */
class NothingIsStuckIT {

    private static final String UPLOAD = "complaints-YUNHE-20120921-001.csv.pgp";
    private static final String RECEIPT = "receipt-complaints-YUNHE-20120921-001.json.pgp";

    @TempDir
    Path home;

    private TestExchange exchange;

    @BeforeEach
    void start() {
        exchange = TestExchange.start(home, new SettableClock("2012-09-21T09:00:00+08:00"));
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @Test
    void anInstanceThatDiedBeforeItsExecutionIsBegunAnew() {
        exchange.sql().sql("""
                        create function refuse() returns trigger language plpgsql as $$
                        begin raise exception 'the process dies here'; end $$;
                        create trigger dies before insert on batch_job_execution for each row execute function refuse()
                        """).update();
        exchange.upload("YUNHE", UPLOAD, Csv.complaints("2012-09-20", 13810001234L));
        assertThat(exchange.collect().problems()).hasSize(1);
        assertThat(exchange.sql()
                        .sql("select count(*) from batch_job_instance")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        exchange.sql().sql("drop trigger dies on batch_job_execution").update();

        CollectReport next = exchange.collect();

        assertThat(next.problems()).isEmpty();
        assertThat(exchange.receipt("YUNHE", RECEIPT).status()).isEqualTo(ReceiptStatus.ACCEPTED);
    }

    @Test
    void whatAProcessFetchedAndDidNotRecordIsClearedAndFetchedAgain() throws Exception {
        exchange.upload("YUNHE", UPLOAD, Csv.complaints("2012-09-20", 13810001234L));
        exchange.at(CrashPoint.FETCHED, () -> {
            throw new IllegalStateException("the process dies here");
        });
        exchange.collect();
        assertThat(folders("spool/inbound")).as("what it left").isEqualTo(1);
        assertThat(count("inbound_file")).isZero();

        CollectReport next = exchange.collect();

        assertThat(next.problems()).isEmpty();
        assertThat(exchange.receipt("YUNHE", RECEIPT).status()).isEqualTo(ReceiptStatus.ACCEPTED);
        assertThat(folders("spool/inbound")).isZero();
        assertThat(count("inbound_fetch")).isZero();
    }

    @Test
    void anAccessThatWasAnnouncedByADeadProcessIsExplainedInTheLog() {
        exchange.upload("YUNHE", UPLOAD, Csv.complaints("2012-09-20", 13810001234L));
        exchange.at(CrashPoint.ACCESS_ANNOUNCED, () -> {
            throw new IllegalStateException("the process dies here");
        });
        exchange.collect();

        CollectReport next = exchange.collect();

        assertThat(next.problems()).isEmpty();
        assertThat(exchange.sql()
                        .sql("select outcome from access_log_entry where phase = 'RESULT' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("ABANDONED", "ACCEPTED");
    }

    @Test
    void whatASuspendedInsurerHadSentBeforeIsAnsweredAndNothingNewIsFetched() {
        exchange.upload("YUNHE", UPLOAD, Csv.complaints("2012-09-20", 13810001234L));
        exchange.at(CrashPoint.RECORDED, () -> {
            throw new IllegalStateException("the process dies here");
        });
        exchange.collect();
        String late = "complaints-YUNHE-20120921-002.csv.pgp";
        exchange.upload("YUNHE", late, Csv.complaints("2012-09-20", 13910001234L));
        exchange.bean(Insurers.class)
                .suspend(new InsurerCode("YUNHE"), exchange.bean(Clock.class).instant());

        CollectReport next = exchange.collect();

        assertThat(next.problems()).isEmpty();
        assertThat(exchange.receipt("YUNHE", RECEIPT).status()).isEqualTo(ReceiptStatus.ACCEPTED);
        assertThat(exchange.listing("YUNHE", "archive")).containsExactly(UPLOAD);
        assertThat(exchange.listing("YUNHE", "upload")).containsExactly(late);
    }

    @Test
    void aRefusalThatDidNotReachQuarantineReachesItInTheNextRun() throws Exception {
        StringBuilder bad = new StringBuilder(Csv.HEADER);
        for (int i = 0; i < 13; i++) {
            bad.append("010-65551234,TELEMARKETING,2012-09-20,,,\r\n");
        }
        exchange.upload("YUNHE", UPLOAD, bad.toString());
        exchange.collect();
        Path quarantine = home.resolve("quarantine").resolve("YUNHE");
        Files.writeString(quarantine, "a file stands where the folder should be");

        CollectReport decided = exchange.bean(HeldFiles.class)
                .decide(UPLOAD, HeldDecision.Kind.REFUSE, "the wrong column", new Actor("wang", "root"));

        assertThat(decided.problems()).hasSize(1);
        Files.delete(quarantine);
        assertThat(exchange.collect().problems()).isEmpty();
        assertThat(quarantine.resolve("complaints-YUNHE-20120921-001.1.pgp")).exists();
        assertThat(exchange.listing("YUNHE", "download"))
                .contains("receipt-complaints-YUNHE-20120921-001.2.json.pgp")
                .doesNotContain("receipt-complaints-YUNHE-20120921-001.3.json.pgp");
        assertThat(exchange.collect().files()).as("nothing is left").isEmpty();
    }

    private long folders(String below) throws IOException {
        try (var folders = Files.list(home.resolve(below))) {
            return folders.count();
        }
    }

    private long count(String table) {
        return exchange.sql()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    @Test
    void aDecisionOnAHeldFileTakesNothingElseIn() {
        StringBuilder bad = new StringBuilder(Csv.HEADER);
        for (int i = 0; i < 13; i++) {
            bad.append("010-65551234,TELEMARKETING,2012-09-20,,,\r\n");
        }
        exchange.upload("YUNHE", UPLOAD, bad.toString());
        exchange.collect();
        exchange.upload("YUNHE", "complaints-YUNHE-20120921-002.csv.pgp", Csv.complaints("2012-09-20", 13810001234L));

        CollectReport decided = exchange.bean(HeldFiles.class)
                .decide(UPLOAD, HeldDecision.Kind.RELEASE, "confirmed", new Actor("wang", "root"));

        assertThat(decided.files()).hasSize(1);
        assertThat(exchange.listing("YUNHE", "upload")).containsExactly("complaints-YUNHE-20120921-002.csv.pgp");
    }
}
