package jinbo.testing;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A program of somebody else that an interoperability test needs. Where it is missing the test is skipped with a message;
 * where {@code JINBO_INTEROPERABILITY=required} is set, as in CI, the test fails instead.
 */
public final class ExternalProgram {

    private static final String SWITCH = "JINBO_INTEROPERABILITY";

    private ExternalProgram() {}

    /** The path of a program. */
    public static Path required(String program) {
        return find(program).orElseGet(() -> missing("the program " + program + " is not installed"));
    }

    /** Debian's Python with a module of its packages; the one on the path may be another, without them. */
    public static Path debianPython(String module) {
        Path python = Path.of("/usr/bin/python3");
        return Files.isDirectory(Path.of("/usr/lib/python3/dist-packages", module)) && Files.isExecutable(python)
                ? python
                : missing("Debian's package python3-" + module + " is not installed");
    }

    /** Whether all of them must be here, as in CI. */
    static boolean areRequired() {
        return "required".equals(System.getenv(SWITCH));
    }

    /** Skips the test, or fails it where interoperability is required. */
    public static <T> T missing(String what) {
        if (areRequired()) {
            return fail("Interoperability is required here, but " + what);
        }
        return abort("Skipped: " + what);
    }

    private static Optional<Path> find(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(path.split(java.io.File.pathSeparator)), Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
