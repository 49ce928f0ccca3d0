package jinbo.operator.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import jinbo.exchange.keys.Prompt;
import jinbo.operator.answer.Screen;

/** The input and output of a command. Secrets come from a prompt on a terminal, never from standard input. */
record Terminal(Reader in, PrintWriter out, PrintWriter err, boolean interactive, Prompt secrets, Screen screen) {

    private static final int LONGEST_LINE = 256;

    Terminal(Reader in, PrintWriter out, PrintWriter err, boolean interactive) {
        this(in, out, err, interactive, Prompt.NONE, Screen.NONE);
    }

    static Terminal ofProcess() {
        Optional<Console> console = Optional.ofNullable(System.console()).filter(Terminal::isTerminal);
        return new Terminal(
                new InputStreamReader(System.in, StandardCharsets.UTF_8),
                writer(FileDescriptor.out, charset("sun.stdout.encoding", "stdout.encoding")),
                writer(FileDescriptor.err, charset("sun.stderr.encoding", "stderr.encoding")),
                console.isPresent(),
                question -> console.flatMap(person -> Optional.ofNullable(person.readPassword("%s", question))),
                Screen.of(console.isPresent() && errorsAreShown(), System.getenv()));
    }

    /** True if standard error is a device such as a terminal. Java has no method for that. */
    private static boolean errorsAreShown() {
        try {
            return Path.of("/dev/stderr").toRealPath().startsWith("/dev");
        } catch (IOException noSuchDevice) {
            return false;
        }
    }

    /** True if Java has replaced letters of an argument, because the locale cannot encode them. */
    static boolean lostLetters(String... arguments) {
        return Arrays.stream(arguments).anyMatch(argument -> argument.indexOf('\uFFFD') >= 0);
    }

    /**
     * Reads a line: from the console with a prompt and without echo, or else from standard input. Returns empty at the
     * end of the input, and for a line that is too long.
     */
    Optional<String> ask(String prompt) {
        if (interactive) {
            return Optional.ofNullable(System.console())
                    .flatMap(console -> Optional.ofNullable(console.readPassword("%s", prompt)))
                    .map(String::new);
        }
        try {
            StringBuilder line = new StringBuilder();
            int c = in.read();
            while (c >= 0 && c != '\n' && line.length() <= LONGEST_LINE) {
                line.append((char) c);
                c = in.read();
            }
            return Optional.of(line.toString()).filter(text -> !text.isEmpty() && text.length() <= LONGEST_LINE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void flush() {
        out.flush();
        err.flush();
    }

    /** Since JDK 22, there is a console for pipes, too, but also {@code Console.isTerminal}. */
    private static boolean isTerminal(Console console) {
        try {
            return Console.class.getMethod("isTerminal").invoke(console) instanceof Boolean answer && answer;
        } catch (ReflectiveOperationException olderThan22) {
            return true;
        }
    }

    private static PrintWriter writer(FileDescriptor descriptor, Charset charset) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), charset), true);
    }

    /** Returns the charset of the terminal, or UTF-8 if that cannot encode Chinese, as in the locale C. */
    private static Charset charset(String... properties) {
        return Arrays.stream(properties)
                .map(System::getProperty)
                .flatMap(name -> Optional.ofNullable(name).stream())
                .findFirst()
                .or(() -> Optional.ofNullable(System.getProperty("native.encoding")))
                .filter(Charset::isSupported)
                .map(Charset::forName)
                .filter(charset -> charset.canEncode() && charset.newEncoder().canEncode("禁"))
                .orElse(StandardCharsets.UTF_8);
    }
}
