package jinbo.story.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import jinbo.testing.TestJvm;

/** The program in a JVM of its own, which ends it as {@code kill -9} does when it is where it shall die. */
final class ProgramProcess implements AutoCloseable {

    /** Begins a line that is meant for the test. */
    static final String MARK = "> ";

    /** No program says this. */
    private static final String END = "\u0000";

    private static final long PATIENCE_SECONDS = 180;

    private final Process process;
    private final Path errors;
    private final List<String> said = new ArrayList<>();
    private final BlockingQueue<String> output = new LinkedBlockingQueue<>();

    private ProgramProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        // one that says much stops when nobody listens
        new Thread(this::listen, "what " + process.pid() + " says").start();
    }

    /**
     * Starts a run.
     *
     * @param where the name of the fault point where it stops, or {@link NodeProgram#NOWHERE}
     * @param settings of the program
     * @param errors where its standard error goes
     */
    static ProgramProcess start(String where, Map<String, String> settings, Path errors) {
        return start(RunProgram.class, where, settings, errors);
    }

    /** The same, of another main class. */
    static ProgramProcess start(Class<?> main, String where, Map<String, String> settings, Path errors) {
        return start(main, arguments(where, settings), errors);
    }

    /** The same, with all arguments. */
    static ProgramProcess start(Class<?> main, List<String> arguments, Path errors) {
        ProcessBuilder program = TestJvm.process(main.getName(), arguments.toArray(String[]::new));
        try {
            return new ProgramProcess(program.redirectError(errors.toFile()).start(), errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a program stops, and its settings. */
    static List<String> arguments(String where, Map<String, String> settings) {
        List<String> arguments = new ArrayList<>(List.of(where));
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return arguments;
    }

    /** Waits until it has come to the point, and kills it there with SIGKILL. */
    void dieAt(String point) {
        await("at " + point);
        kill();
    }

    /** Tells a {@link NodeProgram} to stop at a point from now on. */
    void arm(String where) {
        try {
            OutputStream input = process.getOutputStream();
            input.write((where + "\n").getBytes(StandardCharsets.UTF_8));
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has come to the point, where it stays. */
    void arriveAt(String point) {
        await("at " + point);
    }

    /** Waits until it has said something. */
    void say(String expected) {
        await(expected);
    }

    /** Waits until it has said something that begins so; gives the rest. */
    String tell(String beginning) {
        return await(line -> line.startsWith(MARK + beginning), beginning)
                .substring(MARK.length() + beginning.length());
    }

    /** Ends its standard input, and waits until it has ended. */
    void end() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        complete();
    }

    /** Waits until its run is complete and it has ended; gives what it said of the run. */
    List<String> complete() {
        await("done");
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("The program is done and does not end");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return List.copyOf(said);
    }

    @Override
    public void close() {
        kill();
    }

    /** Ends it with SIGKILL. */
    void kill() {
        try {
            process.destroyForcibly().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void await(String expected) {
        await(line -> line.equals(MARK + expected), expected);
    }

    private String await(Predicate<String> isMeant, String expected) {
        // one that hangs is ended, and then its output ends
        CompletableFuture<Void> end = CompletableFuture.runAsync(
                process::destroyForcibly, CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        try {
            for (String line = output.take(); !line.equals(END); line = output.take()) {
                if (isMeant.test(line)) {
                    return line;
                }
                said.add(line);
            }
            throw new AssertionError("The program ended instead of saying \"" + expected + "\"; it said "
                    + String.join("\n", said) + "\n" + Files.readString(errors));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            end.cancel(false);
        }
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
            }
        } catch (IOException endedInTheMiddle) {
            // of a line: it was killed
        }
        output.add(END);
    }
}
