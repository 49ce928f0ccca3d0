package jinbo.operator.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import jinbo.accesslog.verifier.AuditorFilesFixture;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code audit verify} as an auditor types it: without a home, on files alone. */
class VerifyAuditTrailTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void thereIsAnExport() {
        AuditorFilesFixture.write(folder);
    }

    @AfterEach
    void noHomeWasMade() {
        assertThat(CommandSession.NO_HOME).doesNotExist();
    }

    @Test
    void reportsIntactLogAndOpenAccesses() {
        CommandOutput command = verify("--checkpoint", path("kept"), "--manifest", path("manifest.json"));

        assertThat(command.err()).isEmpty();
        assertThat(command.out())
                .contains("that agree with it: 2; accesses without a result: 1.")
                .contains("complaints-YUNHE-20120921-001");
        assertThat(command.exitCode()).isZero();
    }

    @Test
    void tellsTheFirstWrongEntryAsJson() throws Exception {
        Path bundle = folder.resolve("export/tile/entries/000.p/21");
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[bytes.length - 2] ^= 1;
        Files.write(bundle, bytes);

        CommandOutput command = verify("--output", "json");

        JsonNode json = command.json();
        assertThat(json.get("outcome").asString()).isEqualTo("BROKEN");
        assertThat(json.get("fault").asString()).isEqualTo("ENTRY_NOT_IN_TILE");
        assertThat(json.get("first_wrong_from").asLong()).isEqualTo(20);
        assertThat(command.exitCode()).isEqualTo(1);
    }

    @Test
    void tellsItInChinese() {
        CommandOutput command = CommandSession.withoutHome()
                .in("zh")
                .type("audit", "verify", "--key", path("key"), "--export", path("export"));

        assertThat(command.out()).contains("完整无改动：21 条记录");
    }

    @Test
    void verifiesASingleProof() {
        CommandOutput command = CommandSession.withoutHome()
                .type("audit", "verify", "--key", path("key"), "--proof", path("proof"), "--entry", path("entry"));

        assertThat(command.out()).contains("The entry is in the log").contains("at index 5 of 21");
        assertThat(command.exitCode()).isZero();
    }

    @Test
    void anExportAndAProofAtOnceAreWrongUse() {
        assertThat(verify("--proof", path("proof")).exitCode()).isEqualTo(2);
        assertThat(CommandSession.withoutHome()
                        .type("audit", "verify", "--key", path("key"))
                        .err())
                .startsWith("Use either --export DIR");
        assertThat(verify("--tolerance", "-1").exitCode()).isEqualTo(2);
    }

    private CommandOutput verify(String... more) {
        String[] typed = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("audit", "verify", "--key", path("key"), "--export", path("export")),
                        java.util.stream.Stream.of(more))
                .toArray(String[]::new);
        return CommandSession.withoutHome().type(typed);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
