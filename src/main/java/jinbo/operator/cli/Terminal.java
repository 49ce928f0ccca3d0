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

/**
 * Where answers and complaints are written, and what is asked for is read.
 *
 * @param secrets asks for what is not shown while it is typed, and never reads what a program pipes in
 * @param screen where {@code out} and {@code err} are shown
 */
record Terminal(Reader in, PrintWriter out, PrintWriter err, boolean interactive, Prompt secrets, Screen screen) {

    private static final int LONGEST_LINE = 256;

    /** Without anybody who could be asked for a secret. */
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

    /** Java tells where answers go, and nothing of complaints: a file or a pipe is no device. */
    private static boolean errorsAreShown() {
        try {
            return Path.of("/dev/stderr").toRealPath().startsWith("/dev");
        } catch (IOException noSuchDevice) {
            return false;
        }
    }

    /** Whether letters of the command were lost on the way: Java replaces what the locale cannot spell. */
    static boolean lostLetters(String... arguments) {
        return Arrays.stream(arguments).anyMatch(argument -> argument.indexOf('\uFFFD') >= 0);
    }

    /**
     * Asks for a line: a person is prompted and does not see what it types; a program is not.
     *
     * @return empty at the end of the input, or if the line is longer than any sound answer
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

    /** JDK 22 and newer give a console to pipes, too, and have a method that tells. */
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

    /** The terminal's, unless that has no Chinese letters, as under the locale C: then UTF-8. */
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
