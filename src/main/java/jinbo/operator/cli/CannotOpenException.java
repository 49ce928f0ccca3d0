package jinbo.operator.cli;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jinbo.platform.home.ProgramTooOldException;
import org.springframework.boot.context.properties.bind.BindException;

/** A home cannot be opened: its folder, its settings, the clock or the database are not fit. */
final class CannotOpenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String YAML = "org.yaml.snakeyaml.";

    private final transient Path home;

    CannotOpenException(Path home, Throwable cause) {
        super("The home " + home + " cannot be opened: " + why(cause), cause);
        this.home = home;
    }

    private CannotOpenException(Path home, String why) {
        super("The home " + home + " cannot be opened: " + why);
        this.home = home;
    }

    static CannotOpenException noFolder(Path home) {
        return new CannotOpenException(home, "it is not a folder; name another with --home");
    }

    Path home() {
        return home;
    }

    /** Whether the log tells more: it does not begin before the settings are read. */
    boolean isLogged() {
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
            if (cause.getClass().getName().startsWith(YAML)) {
                return false;
            }
        }
        return getCause() != null;
    }

    /** Whether a newer version of the program has migrated the database. */
    boolean isProgramTooOld() {
        return Stream.iterate(getCause(), Objects::nonNull, Throwable::getCause)
                .anyMatch(ProgramTooOldException.class::isInstance);
    }

    /** The innermost sentence of ours; else those that did not come from Spring, which speaks of beans. */
    private static String why(Throwable failure) {
        Optional<String> ours = Optional.empty();
        Set<String> others = new LinkedHashSet<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String name = cause.getClass().getName();
            String message = Optional.ofNullable(cause.getMessage()).orElse(name);
            if (name.startsWith("jinbo.")) {
                ours = Optional.of(message);
            } else if (cause instanceof SQLException sql) {
                others.add("the database refused (" + sql.getSQLState() + ")");
            } else if (name.startsWith(YAML)) {
                others.add(
                        "a file in jobs/ or settings/, of the home or of this folder, is not sound YAML: " + message);
            } else if (!name.startsWith("org.springframework.") || cause instanceof BindException) {
                others.add(message);
            }
        }
        String why = ours.orElseGet(() -> others.isEmpty() ? kindOf(failure) : String.join(": ", others));
        return why.replaceAll("\\s+", " ");
    }

    private static String kindOf(Throwable failure) {
        return "the program did not start (" + failure.getClass().getSimpleName() + ")";
    }
}
