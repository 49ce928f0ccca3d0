package jinbo.batch.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import jinbo.batch.validation.WithdrawalValidator.WithdrawalRow;
import jinbo.exchange.format.Ack;
import jinbo.exchange.format.Manifest;
import jinbo.exchange.format.Resync;
import jinbo.testing.ExternalProgram;
import jinbo.testing.Readme;
import jinbo.testing.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Executes the commands of the format pages. */
class DocsCommandsIT {

    private static final Path FORMATS = Path.of("exchange-formats");
    private static final Path LISTS = FORMATS.resolve("blocklist/v1/accepted");

    @TempDir
    private Path folder;

    @Test
    void appliesDeltaWithTheDigestOfTheManifest() throws Exception {
        Manifest manifest = Manifest.read(Files.newInputStream(LISTS.resolve("delta.manifest.json")));
        applyTheDelta();

        assertThat(folder.resolve("list.csv")).hasSameBinaryContentAs(LISTS.resolve("delta.expected-list.csv"));
        assertThat(new Shell(folder, Map.of())
                        .run(ExternalProgram.required("python3").toString(), "list_digest.py")
                        .succeeded()
                        .out())
                .isEqualTo(manifest.listDigest() + "\n");
    }

    @Test
    void acknowledgementAgreesWithTheManifest() throws Exception {
        Manifest manifest = Manifest.read(Files.newInputStream(LISTS.resolve("delta.manifest.json")));
        ExternalProgram.required("jq");
        ExternalProgram.required("python3");
        applyTheDelta();
        type("ack", "Write one");
        Ack ack = Ack.read(Files.newInputStream(folder.resolve("ack.json")));

        assertThat(ack.sequence()).isEqualTo(manifest.sequence());
        assertThat(ack.entries()).isEqualTo(manifest.entries());
        assertThat(ack.listDigest()).isEqualTo(manifest.listDigest());
    }

    @Test
    void resyncRequestIsValid() throws Exception {
        ExternalProgram.required("jq");
        type("resync", "Write one");
        Resync resync = Resync.read(Files.newInputStream(folder.resolve("resync.json")));

        assertThat(resync.reason()).isEqualTo("The digest after list 4 differs");
    }

    @Test
    void readsWithdrawalsByHandAndFromOutcomes() throws IOException {
        Files.copy(
                FORMATS.resolve("complaints/v1/accepted/ROW_REPEATED.expected-outcome.csv"),
                folder.resolve("outcome.csv"));
        type("withdrawals", "Write one");

        assertThat(judge("withdrawals.csv").rows)
                .containsExactly(
                        new WithdrawalRow(2, "complaints-YUNHE-20261009-001", OptionalInt.of(3), "wrong number"),
                        new WithdrawalRow(3, "complaints-YUNHE-20261010-002", OptionalInt.empty(), "wrong export"));
        assertThat(judge("repeated.csv").rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.withdrawnLine()).isPresent());
        assertThat(judge("repeated.csv").findings).isEmpty();
    }

    private void applyTheDelta() throws IOException {
        Path page = FORMATS.resolve("blocklist/v1/README.md");
        Files.copy(LISTS.resolve("full.csv"), folder.resolve("list.csv"));
        Files.copy(LISTS.resolve("delta.csv"), folder.resolve("delta.csv"));
        Files.writeString(folder.resolve("list_digest.py"), Readme.blocksUnder(page, "list_digest", "python"));
        type("blocklist", "Applying");
    }

    private void type(String format, String heading) {
        Path page = FORMATS.resolve(format).resolve("v1").resolve("README.md");
        String commands = Readme.blocksUnder(page, heading, "sh");
        assertThat(commands).isNotEmpty();
        new Shell(folder, Map.of()).run("sh", "-e", "-c", commands).succeeded();
    }

    private ValidatedWithdrawals judge(String file) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(file));
        return ValidatedWithdrawals.once(new ByteArrayInputStream(bytes), UploadLimits.DEFAULT);
    }
}
