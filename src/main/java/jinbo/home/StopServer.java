package jinbo.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Ends the database server of a home, whoever started it; only to be called by whoever uses it alone. */
final class StopServer {

    private static final long STOP_SECONDS = 60;

    private StopServer() {}

    /** Stops the server over a data folder, if one runs. */
    static void stop(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        if (belongsToAnother(pidFile)) {
            Files.delete(pidFile);
            return;
        }
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            // PostgreSQL refuses to run as root; zonky starts it, and so it must be stopped, in a user namespace
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(control(data).toString(), "-D", data.toString(), "-m", "fast", "-w", "stop"));
        Path told = Files.createTempFile("pg_ctl", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
                throw new HomeException("The database server does not stop; end it by hand", data);
            }
            if (process.exitValue() != 0 && Files.exists(pidFile)) {
                throw new HomeException(
                        "The database server cannot be stopped: "
                                + Files.readString(told).strip(),
                        data);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the database server was stopped", e);
        } finally {
            Files.delete(told);
        }
    }

    /**
     * Whether the process number in the file has been given to some other program since: after a power cut, or in a
     * container that was started again, that is likely. Neither {@code pg_ctl} nor the server looks at more than the number:
     * the one would stop the innocent process, the other refuse to start because of it.
     */
    private static boolean belongsToAnother(Path pidFile) throws IOException {
        try (Stream<String> lines = Files.lines(pidFile)) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(number -> number.matches("[1-9]\\d{0,9}"))
                    .flatMap(number -> ProcessHandle.of(Long.parseLong(number)))
                    .flatMap(process -> process.info().command())
                    .filter(command ->
                            !Path.of(command).getFileName().toString().startsWith("postgres"))
                    .isPresent();
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** The server notes in its data folder which program it is; {@code pg_ctl} lies beside it. */
    private static Path control(Path data) throws IOException {
        String started = Files.readString(data.resolve("postmaster.opts"));
        return Path.of(started.split(" \"", 2)[0].strip()).resolveSibling("pg_ctl");
    }
}
