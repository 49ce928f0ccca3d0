package jinbo.exchange.sftp.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jinbo.testing.ExternalProgram;

/** OpenSSH's programs as peers; skips the test if one is missing. */
final class OpenSsh {

    record Answer(int exit, String output) {}

    private OpenSsh() {}

    static Path required(String program) {
        return ExternalProgram.required(program);
    }

    static Answer run(Path folder, List<String> command) throws IOException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(empty(folder)))
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IOException("No answer within a minute: " + command + "\n" + Files.readString(output));
            }
            return new Answer(process.exitValue(), Files.readString(output));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static java.io.File empty(Path folder) throws IOException {
        return Files.createTempFile(folder, "input", ".txt").toFile();
    }
}
