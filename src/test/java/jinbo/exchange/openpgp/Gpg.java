package jinbo.exchange.openpgp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jinbo.testing.ExternalProgram;
import org.springframework.util.FileSystemUtils;

/** GnuPG with its own home and the clock of the tests; tests are skipped if it is missing. */
final class Gpg implements AutoCloseable {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'!'").withZone(ZoneOffset.UTC);

    record Run(int exit, String messages) {
        Run succeeded() {
            assertThat(exit).as(messages).isZero();
            return this;
        }

        List<String> status() {
            return messages.lines()
                    .filter(line -> line.startsWith("[GNUPG:] "))
                    .map(line -> line.substring(9))
                    .toList();
        }
    }

    private final Path home;
    private int files;

    private Gpg(Path home) {
        this.home = home;
    }

    /** The home has a short path, because the path of the agent's socket is limited to 107 bytes. */
    static Gpg inFreshHome() throws IOException {
        ExternalProgram.required("gpg");
        return new Gpg(Files.createTempDirectory("jg"));
    }

    Path file(byte[] content) throws IOException {
        return Files.write(newFile(), content);
    }

    Path newFile() {
        files++;
        return home.resolve("f" + files);
    }

    Gpg imports(Path key) throws Exception {
        run("--import", key.toString()).succeeded();
        return this;
    }

    Run run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("gpg", "--batch", "--yes", "--no-tty", "--status-fd", "2", "--trust-model", "always"));
        command.addAll(List.of("--pinentry-mode", "loopback", "--passphrase", ""));
        command.addAll(List.of("--faked-system-time", CLOCK.format(EnvelopeFixture.NOW)));
        command.addAll(List.of(arguments));
        Path log = newFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(file(new byte[0]).toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("GNUPGHOME", home.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        assertThat(ended).as("gpg ends within a minute").isTrue();
        return new Run(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        ProcessBuilder stop = new ProcessBuilder("gpgconf", "--kill", "gpg-agent");
        stop.environment().put("GNUPGHOME", home.toString());
        stop.start().onExit().join();
        deleteWhileTheAgentTidiesUp();
    }

    /** The agent removes its sockets asynchronously, so one may vanish between listing and deletion. */
    private void deleteWhileTheAgentTidiesUp() throws IOException {
        while (Files.exists(home)) {
            try {
                FileSystemUtils.deleteRecursively(home);
            } catch (NoSuchFileException vanished) {
                Thread.onSpinWait();
            }
        }
    }
}
