package jinbo.batch.collect;

import static jinbo.batch.StepByItself.all;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jinbo.batch.Drops;
import jinbo.batch.PerInsurerExecutor;
import jinbo.batch.StepByItself;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.participant.insurer.Insurer;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.registry.Registry;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectStepsIT {

    private static final String UPLOAD = "complaints-YUNHE-20120921-001.csv.pgp";

    @TempDir
    Path home;

    private TestExchange exchange;
    private StepByItself steps;

    @BeforeEach
    void fetchAnUpload() {
        exchange = TestExchange.start(home, new SettableClock("2012-09-21T09:00:00+08:00"));
        steps = new StepByItself(exchange, CollectUploadsJob.NAME);
        exchange.upload(
                "YUNHE",
                UPLOAD,
                "mobile,complaint,complained_on\r\n13810001234,TELEMARKETING,2012-09-20\r\n"
                        + "nonsense,TELEMARKETING,2012-09-20\r\n");
        exchange.breakOffAt(FaultPoint.RECORDED);
        exchange.collect();
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @Test
    void ingestRecordsVerdictAndMergesRows() {
        assertThat(start("ingest")).isEqualTo(all("COMPLETED", "ingest", "TestJob"));

        assertThat(file().verdict())
                .hasValueSatisfying(verdict -> assertThat(verdict.status()).isEqualTo(ReceiptStatus.PARTLY_ACCEPTED));
        assertThat(exchange.bean(Registry.class).currentRevision()).isEqualTo(1);
    }

    @Test
    void failedIngestLeavesNothing() {
        exchange.breakOffAt(FaultPoint.VERDICT_WRITTEN);

        assertThat(start("ingest")).isEqualTo(all("FAILED", "ingest", "TestJob"));

        assertThat(file().verdict()).isEmpty();
        assertThat(exchange.bean(Registry.class).currentRevision()).isZero();
    }

    @Test
    void receiptSealsBothAnswers() {
        start("ingest");

        assertThat(start("receipt")).isEqualTo(all("COMPLETED", "receipt", "TestJob"));

        assertThat(exchange.count("answer where delivered_at is null")).isEqualTo(2);
        assertThat(exchange.listing("YUNHE", "download")).isEmpty();
    }

    @Test
    void deliverSendsBothAnswers() {
        start("ingest");
        start("receipt");

        assertThat(start("deliver")).isEqualTo(all("COMPLETED", "deliver", "TestJob"));

        assertThat(exchange.listing("YUNHE", "download"))
                .containsExactly(
                        "outcome-complaints-YUNHE-20120921-001.csv.pgp",
                        "receipt-complaints-YUNHE-20120921-001.json.pgp");
        assertThat(exchange.listing("YUNHE", "upload")).containsExactly(UPLOAD);
    }

    @Test
    void archiveMovesTheUpload() {
        start("ingest");
        start("receipt");
        start("deliver");

        assertThat(start("archive")).isEqualTo(all("COMPLETED", "archive", "TestJob"));

        assertThat(exchange.listing("YUNHE", "upload")).isEmpty();
        assertThat(file().archived()).isTrue();
    }

    @Test
    void jobExecutesAllStepsAndResumesWhereItEnded() {
        exchange.breakOffAt(FaultPoint.ANSWER_DELIVERED);
        exchange.collect();
        assertThat(steps.newest(CollectUploadsJob.NAME))
                .isEqualTo(Map.of(
                        "ingest",
                        "COMPLETED",
                        "receipt",
                        "COMPLETED",
                        "deliver",
                        "FAILED",
                        "collect-uploads",
                        "FAILED"));

        exchange.collect();

        assertThat(steps.newest(CollectUploadsJob.NAME))
                .isEqualTo(all("COMPLETED", "deliver", "archive", "collect-uploads"));
    }

    /** Under the insurer's lease with its drop open, as in a run. */
    private Map<String, String> start(String step) {
        return underLease(() -> steps.start(step, CollectUploadsJob.parameters(file().id(), 1)));
    }

    private Map<String, String> underLease(Supplier<Map<String, String>> work) {
        Insurer yunhe = exchange.insurer("YUNHE");
        return exchange.bean(PerInsurerExecutor.class)
                .runForEach(
                        List.of(yunhe),
                        1,
                        insurer -> exchange.bean(Drops.class).with(insurer, drop -> work.get()),
                        (insurer, problem) -> Map.of(problem, ""))
                .get(0);
    }

    private InboundFile file() {
        InboundFiles inbound = exchange.bean(InboundFiles.class);
        return inbound.get(exchange.sql()
                .sql("select id from inbound_file")
                .query(Long.class)
                .single());
    }
}
