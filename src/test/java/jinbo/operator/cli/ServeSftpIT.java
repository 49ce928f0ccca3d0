package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jinbo.platform.net.FreePort;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.ExternalProgram;
import jinbo.testing.SettableClock;
import jinbo.testing.Shell;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where {@code serve} has the embedded SFTP server, and by what an insurer's OpenSSH knows it. */
@Tag("interop")
class ServeSftpIT {

    private final SettableClock clock = new SettableClock("2026-10-12T03:00:00+08:00");
    private final Steps steps = new Steps();

    @TempDir
    private Path folder;

    @Test
    void servesAtTheSetPortAndIsKnownToOpenSsh() throws Exception {
        CommandSession any;
        try (TestExchange exchange = TestExchange.start(folder.resolve("home"), clock)) {
            any = CommandSession.over(exchange)
                    .at(clock)
                    .with("jinbo.console.port", "-1")
                    .with("jinbo.monitoring.port", "-1")
                    .with("jinbo.portal.port", "-1")
                    .with("jinbo.clock", "2026-10-12T03:00:00+08:00");
        }
        String ofAnyPort =
                any.json("key", "ssh").at("/embedded_known_hosts_line").asString();
        int port = FreePort.find();
        CommandSession commands = any.with("jinbo.drop.embedded.port", Integer.toString(port));

        try (ServingProcess serving = ServingProcess.start(commands)) {
            steps.take(
                    "it tells what it does while it starts",
                    () -> assertThat(serving.err().lines())
                            .containsExactly(
                                    "Starting: the tables of the database",
                                    "Starting: checking the access log",
                                    "Starting: the embedded SFTP server",
                                    "Starting: the ports for monitoring, console and portal"));
            steps.take(
                    "it tells address and port",
                    () -> assertThat(serving.out())
                            .contains("SFTP for insurers without their own server: 127.0.0.1:" + port));
            steps.take("OpenSSH knows it by the line that key ssh prints", () -> {
                String line = commands.json("key", "ssh")
                        .at("/embedded_known_hosts_line")
                        .asString();
                assertThat(line).startsWith("[127.0.0.1]:" + port + " ssh-ed25519 ");
                assertThat(list(port, line).exit()).isZero();
            });
            steps.take("and by the line for any port", () -> {
                assertThat(ofAnyPort).startsWith("[127.0.0.1]:* ssh-ed25519 ");
                assertThat(list(port, ofAnyPort).exit()).isZero();
            });
            steps.take("a line of another key is not enough", () -> {
                String other =
                        commands.json("key", "ssh").at("/authorized_keys_line").asString();
                assertThat(list(port, "[127.0.0.1]:" + port + " " + other).err())
                        .contains("Host key verification failed");
            });
            steps.take("other commands work beside it", () -> {
                CommandOutput collected = commands.type("run", "collect-uploads");
                assertThat(collected.exitCode()).as(collected.shown()).isZero();
            });
            steps.take("a second one finds the port taken", () -> {
                try (ServingProcess second = ServingProcess.start(commands)) {
                    assertThat(second.exitCode()).isEqualTo(1);
                    assertThat(second.err())
                            .contains("port " + port + " of 127.0.0.1, because", "jinbo.drop.embedded.port");
                }
            });
        }
    }

    /** An insurer's {@code sftp} lists its drop, with the association's key, which is let in there, too. */
    private Shell.Answer list(int port, String knownHosts) throws IOException {
        Path known = Files.writeString(folder.resolve("known_hosts"), knownHosts + "\n");
        Path batch = Files.writeString(folder.resolve("batch"), "ls\n");
        return new Shell(folder, Map.of())
                .run(List.of(
                        ExternalProgram.required("sftp").toString(),
                        "-F",
                        "none",
                        "-b",
                        batch.toString(),
                        "-i",
                        folder.resolve("home/keys/association.ssh").toString(),
                        "-o",
                        "IdentitiesOnly=yes",
                        "-o",
                        "IdentityAgent=none",
                        "-o",
                        "GlobalKnownHostsFile=none",
                        "-o",
                        "UserKnownHostsFile=" + known,
                        "-o",
                        "StrictHostKeyChecking=yes",
                        "-P",
                        Integer.toString(port),
                        "YUNHE@127.0.0.1"));
    }
}
