package jinbo.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** Runs a program as a person at a shell would, in a folder and with variables of its own. */
public final class Shell {

    private final Path folder;
    private final Map<String, String> variables;

    /** @param variables added to those of this process */
    public Shell(Path folder, Map<String, String> variables) {
        this.folder = folder;
        this.variables = Map.copyOf(variables);
    }

    /**
     * What a program answered.
     *
     * @param exit its exit code
     * @param out its standard output
     * @param err its standard error
     */
    public record Answer(int exit, String out, String err) {

        /** This answer, if the program succeeded. */
        public Answer succeeded() {
            if (exit != 0) {
                throw new AssertionError("exit " + exit + "\n" + out + "\n" + err);
            }
            return this;
        }
    }

    /** Runs a program to its end, five minutes at most. */
    public Answer run(List<String> command) {
        try {
            Path streams = Files.createTempDirectory("shell");
            try {
                return run(
                        command,
                        Files.createFile(streams.resolve("in")),
                        streams.resolve("out"),
                        streams.resolve("err"));
            } finally {
                FileSystemUtils.deleteRecursively(streams);
            }
        } catch (IOException e) {
            throw new AssertionError(command + " cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private Answer run(List<String> command, Path in, Path out, Path err) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(variables);
        Process process = builder.start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroy();
            throw new AssertionError("No end within five minutes: " + command);
        }
        return new Answer(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    /** Runs a program to its end. */
    public Answer run(String... command) {
        return run(List.of(command));
    }
}
