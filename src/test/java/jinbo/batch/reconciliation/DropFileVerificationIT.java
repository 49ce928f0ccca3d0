package jinbo.batch.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jinbo.accesslog.Actor;
import jinbo.batch.EmbeddedFolders;
import jinbo.batch.publish.PublishReport;
import jinbo.exchange.sftp.DropFolder;
import jinbo.operator.alert.Alert;
import jinbo.operator.alert.InsurerCheck;
import jinbo.testing.AttackTable;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class DropFileVerificationIT {

    private static final String UPLOAD = "complaints-YUNHE-20120921-001.csv.pgp";
    private static final String LIST = "blocklist-YUNHE-00000001-full.csv.pgp";

    private final SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");

    @TempDir
    private Path home;

    private TestExchange exchange;

    @BeforeEach
    void aDayOfAnExchange() {
        exchange = TestExchange.start(home, clock);
        exchange.upload("YUNHE", UPLOAD, "mobile,complaint,complained_on\r\n13810001234,TELEMARKETING,2012-09-20\r\n");
        assertThat(exchange.collect().problems()).isEmpty();
        assertThat(exchange.publish().problems()).isEmpty();
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @Test
    void acceptsUnchangedFilesOnDrops() throws IOException {
        List<RuleResult> ruleResults = onDrops();

        assertThat(ruleResults).allMatch(RuleResult::holds);
        assertThat(ruleResults)
                .extracting(RuleResult::checked)
                .as("three lists and manifests, two answers, an upload")
                .containsExactly(8L, 1L);
        assertThat(ruleResults).flatExtracting(RuleResult::notComparable).isEmpty();

        Files.delete(exchange.drop("YUNHE", "download").resolve(LIST));
        ruleResults = onDrops();
        assertThat(ruleResults).as("insurers take their files away").allMatch(RuleResult::holds);
        assertThat(ruleResults.get(0).notComparable()).containsExactly("YUNHE: files that lie in download/ no more: 1");
    }

    @Test
    void detectsChangedBytesOnDrops() throws IOException {
        change(exchange.drop("YUNHE", "archive").resolve(UPLOAD));
        change(exchange.drop("YUNHE", "download").resolve(LIST));
        Files.writeString(
                exchange.drop("BEIDOU", "download").resolve("blocklist-BEIDOU-00000001.manifest.json.pgp"), "x");

        List<RuleResult> ruleResults = onDrops();

        AttackTable.row(
                "drop: other bytes of the same size are put in the place of an archived upload",
                "YUNHE: archive/" + UPLOAD + " has other bytes than were recorded",
                String.join("; ", ruleResults.get(1).examples()));
        assertThat(ruleResults.get(0).examples())
                .containsExactlyInAnyOrder(
                        "YUNHE: download/" + LIST + " has other bytes than were recorded",
                        "BEIDOU: download/blocklist-BEIDOU-00000001.manifest.json.pgp has other bytes than were recorded");
        assertThat(exchange.bean(VerifyRegistry.class).verify(Actor.commandLine()))
                .as("without the drops")
                .allMatch(RuleResult::holds);
    }

    @Test
    void doesNotReadAFileThatIsLargerThanItCanBe() throws IOException {
        String manifest = "blocklist-YUNHE-00000001.manifest.json.pgp";
        try (RandomAccessFile file = new RandomAccessFile(
                exchange.drop("YUNHE", "download").resolve(manifest).toFile(), "rw")) {
            file.setLength((4 << 20) + 1);
        }

        AttackTable.row(
                "drop: a manifest, whose size is not recorded, becomes larger than a manifest can be",
                "YUNHE: download/" + manifest + " has 4194305 bytes, not at most 4194304",
                String.join("; ", onDrops().get(0).examples()));
    }

    @Test
    void reportsUnreadableDropAsViolation() throws IOException {
        FileSystemUtils.deleteRecursively(home.resolve("drops/YUNHE"));

        assertThat(onDrops().get(0).examples())
                .singleElement()
                .satisfies(told -> assertThat(told)
                        .startsWith("YUNHE: not compared, ")
                        .contains("The folder upload/ of the drop"));
    }

    @Test
    void reportsVanishedFolderWithoutRecreatingIt() throws IOException {
        Path download = exchange.drop("YUNHE", "download");
        FileSystemUtils.deleteRecursively(download);
        clock.set("2012-09-24T09:00:00+08:00");

        PublishReport report = exchange.publishFull();

        AttackTable.row(
                "drop: a folder of an account on the embedded server vanishes after a delivery",
                "DROP_FOLDER_MISSING download/; not made anew; delivered to others: 2",
                alerts() + "; " + (Files.exists(download) ? "made anew" : "not made anew") + "; delivered to others: "
                        + Stream.of("CHANGQING", "BEIDOU")
                                .filter(code -> exchange.listing(code, "download")
                                        .contains("blocklist-" + code + "-00000002-full.csv.pgp"))
                                .count());
        assertThat(report.problems().toString()).contains("The folder download/ of the drop", "mkdir -m 700");
        assertThat(exchange.bean(EmbeddedFolders.class).vanished(exchange.insurer("YUNHE")))
                .containsExactly(DropFolder.DOWNLOAD);

        Files.createDirectory(download);
        assertThat(exchange.publish().problems()).isEmpty();
        assertThat(alerts()).isEmpty();
    }

    private String alerts() {
        return String.join(
                ", ",
                exchange.bean(InsurerCheck.class).about(exchange.insurer("YUNHE")).stream()
                        .filter(alert -> alert.code() == Alert.Code.DROP_FOLDER_MISSING)
                        .map(alert -> alert.code() + " " + alert.detail().orElse(""))
                        .toList());
    }

    private List<RuleResult> onDrops() {
        List<RuleResult> ruleResults = exchange.bean(VerifyRegistry.class)
                .verify(Actor.commandLine(), VerifyRegistry.RederivedLists.NEWEST, true);
        return ruleResults.subList(ruleResults.size() - 2, ruleResults.size());
    }

    private static void change(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        byte[] other = "other bytes".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(other, 0, bytes, bytes.length / 2, other.length);
        Files.write(file, bytes);
    }
}
