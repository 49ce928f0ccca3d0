package jinbo.platform.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jinbo.platform.files.ProcessUser;

/** Ends the database server of a home, whoever started it; only to be called by whoever uses it alone. */
final class StopDatabaseServer {

    private static final long STOP_SECONDS = 60;
    private static final String OPTIONS = "postmaster.opts";

    private StopDatabaseServer() {}

    /** Stops the server over a data folder, if one runs. */
    static void stop(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        Optional<String> number = firstLine(pidFile);
        if (number.isEmpty() || number.get().startsWith("-")) {
            // none runs; or only the initdb of a process that was killed, in a folder that was given up (it writes a
            // minus)
            return;
        }
        Optional<ProcessHandle> server = Optional.of(number.get())
                .filter(text -> text.matches("[1-9]\\d{0,9}"))
                .flatMap(text -> ProcessHandle.of(Long.parseLong(text)));
        if (server.isEmpty() || belongsToAnother(server.get(), data)) {
            // the server itself would not start over a file that a power cut has left empty
            Files.deleteIfExists(pidFile);
            return;
        }
        List<String> command = new ArrayList<>();
        if (ProcessUser.isRoot()) {
            // PostgreSQL refuses to run as root; zonky starts it, and so it must be stopped, in a user namespace
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(control(data).toString(), "-D", data.toString(), "-m", "fast", "-w", "stop"));
        Path output = Files.createTempFile("pg_ctl", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
                throw new HomeException(HomeError.SERVER_DOES_NOT_STOP, data);
            }
            if (process.exitValue() != 0 && !server.get().isAlive()) {
                // it was killed, and its process gone only after it was told to stop; it leaves its file
                Files.deleteIfExists(pidFile);
            } else if (process.exitValue() != 0 && Files.exists(pidFile)) {
                throw new HomeException(
                        HomeError.SERVER_NOT_STOPPED,
                        data,
                        Files.readString(output).strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the database server was stopped", e);
        } finally {
            Files.delete(output);
        }
    }

    private static Optional<String> firstLine(Path pidFile) throws IOException {
        try {
            return Optional.of(
                    Files.readString(pidFile).lines().findFirst().orElse("").strip());
        } catch (NoSuchFileException stoppedMeanwhile) {
            return Optional.empty();
        }
    }

    /**
     * Whether the process number in the file has been given to some other program since: after a power cut, or in a
     * container that was started again, that is likely; it may even be another PostgreSQL. Neither {@code pg_ctl} nor the
     * server looks at more than the number: the one would stop the innocent process, the other refuse to start because of it.
     */
    private static boolean belongsToAnother(ProcessHandle process, Path data) {
        boolean otherProgram = process.info()
                .command()
                .filter(command -> !Path.of(command).getFileName().toString().startsWith("postgres"))
                .isPresent();
        // the server notes its options right after its number
        return otherProgram
                || !Files.exists(data.resolve(OPTIONS))
                || process.info()
                        .arguments()
                        .flatMap(arguments -> valueOf("-D", arguments))
                        .filter(served -> isAnotherFolder(served, data))
                        .isPresent();
    }

    private static Optional<Path> valueOf(String option, String[] arguments) {
        int at = List.of(arguments).indexOf(option);
        return at >= 0 && at + 1 < arguments.length ? Optional.of(Path.of(arguments[at + 1])) : Optional.empty();
    }

    private static boolean isAnotherFolder(Path served, Path data) {
        try {
            return served.isAbsolute() && !Files.isSameFile(served, data);
        } catch (IOException cannotBeCompared) {
            return false;
        }
    }

    /** The server notes in its data folder which program it is; {@code pg_ctl} lies beside it. */
    private static Path control(Path data) throws IOException {
        String started = Files.readString(data.resolve(OPTIONS));
        return Path.of(started.split(" \"", 2)[0].strip()).resolveSibling("pg_ctl");
    }
}
