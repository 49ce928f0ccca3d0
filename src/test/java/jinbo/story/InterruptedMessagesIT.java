package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import jinbo.exchange.format.Ack;
import jinbo.exchange.format.Manifest;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.format.Resync;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.registry.Registry;
import jinbo.registry.blocklist.BlockLists;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What insurers send beside complaints is ingested and answered once, wherever a run breaks off. */
class InterruptedMessagesIT {

    private static final SettableClock CLOCK = new SettableClock("2012-09-21T09:00:00+08:00");
    private static final InsurerCode YUNHE = new InsurerCode("YUNHE");

    @TempDir
    static Path home;

    private static TestExchange exchange;
    private static int files;

    @BeforeAll
    static void start() {
        exchange = TestExchange.start(home, CLOCK);
        exchange.publish();
    }

    @AfterAll
    static void close() {
        exchange.close();
    }

    @ParameterizedTest
    @CsvSource({
        "withdrawals, ACCESS_BEGUN",
        "withdrawals, VERDICT_WRITTEN",
        "withdrawals, INGESTED",
        "withdrawals, ANSWER_DELIVERED",
        "withdrawals, ARCHIVED",
        "ack, ACCESS_BEGUN",
        "ack, VERDICT_WRITTEN",
        "ack, INGESTED",
        "ack, ARCHIVED",
        "resync, VERDICT_WRITTEN",
        "resync, ANSWER_SEALED",
    })
    void itsEffectAndItsAnswerComeOnce(String kind, FaultPoint point) {
        Steps steps = new Steps();
        String name = sent(kind);
        String stem = name.substring(0, name.indexOf('.'));
        long revision = exchange.bean(Registry.class).currentRevision();
        long effects = effects(kind);
        steps.take("a run breaks off", () -> {
            exchange.breakOffAt(point);

            assertThat(exchange.collect().problems()).isNotEmpty();
        });
        steps.take("the next run completes", () -> {
            if (files % 2 == 0) {
                exchange.restart();
            }
            assertThat(exchange.collect().problems()).isEmpty();
        });
        steps.take("effect and answer are there once", () -> {
            assertThat(exchange.receiptOf("YUNHE", stem).status()).isEqualTo(ReceiptStatus.ACCEPTED);
            assertThat(exchange.listing("YUNHE", "download").stream().filter(file -> file.contains(stem)))
                    .containsExactly("outcome-" + stem + ".csv.pgp", "receipt-" + stem + ".json.pgp");
            assertThat(exchange.listing("YUNHE", "upload")).isEmpty();
            assertThat(effects(kind)).isEqualTo(effects + 1);
            assertThat(exchange.bean(Registry.class).currentRevision())
                    .isEqualTo(kind.equals("withdrawals") ? revision + 1 : revision);
        });
        steps.take("nothing is left, and the registry agrees", () -> {
            assertThat(exchange.collect().files()).as("nothing is left to do").isEmpty();
            exchange.assertRegistryAgrees();
        });
    }

    private static long effects(String kind) {
        String table = switch (kind) {
            case "ack" -> "acknowledgement";
            case "resync" -> "resync_request";
            default -> "withdrawal";
        };
        return exchange.count(table);
    }

    private static String sent(String kind) {
        byte[] content = switch (kind) {
            case "ack" -> ack().toJson();
            case "resync" -> new Resync(YUNHE, CLOCK.instant(), "we lost it").toJson();
            default -> withdrawal();
        };
        String name =
                "%s-YUNHE-20120921-%03d.%s.pgp".formatted(kind, ++files, kind.equals("withdrawals") ? "csv" : "json");
        exchange.upload("YUNHE", name, content);
        return name;
    }

    private static Ack ack() {
        Manifest list =
                exchange.bean(BlockLists.class).last(YUNHE).orElseThrow().manifest();
        return new Ack(YUNHE, list.sequence(), CLOCK.instant(), list.entries(), list.listDigest(), List.of());
    }

    private static byte[] withdrawal() {
        String upload = UploadCsv.name("YUNHE", "20120921", ++files);
        exchange.upload("YUNHE", upload, UploadCsv.complaints("2012-09-20", 13810800000L + 7 * files));
        exchange.collect();
        return ("file,line,reason\r\n" + upload + ",2,\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
