package jinbo.operator.answer;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import jinbo.platform.error.Coded;
import jinbo.platform.error.CodedException;
import jinbo.platform.error.ErrorMessage;
import jinbo.platform.home.HomeError;
import org.springframework.boot.context.properties.bind.BindException;

/** A home cannot be opened, because of its folder, its settings, the clock or the database. */
public final class CannotOpenException extends CodedException {

    private static final String YAML = "org.yaml.snakeyaml.";

    public CannotOpenException(Path home, Throwable cause) {
        this(home, why(cause));
        initCause(cause);
    }

    private CannotOpenException(Path home, Object why) {
        super(
                why instanceof ErrorMessage message && message.error() == HomeError.PROGRAM_TOO_OLD
                        ? CommandError.PROGRAM_TOO_OLD
                        : CommandError.CANNOT_OPEN,
                home,
                why);
    }

    public CannotOpenException(CommandError error, Path home) {
        super(error, home);
    }

    /** True if the log has details; there is no log before the settings are read. */
    boolean isLogged() {
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
            if (cause.getClass().getName().startsWith(YAML)) {
                return false;
            }
        }
        return getCause() != null;
    }

    /** The innermost message of this program, or else all messages that are not about Spring beans. */
    private static Object why(Throwable failure) {
        Optional<Object> ours = Optional.empty();
        Set<Object> others = new LinkedHashSet<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String name = cause.getClass().getName();
            String message =
                    Optional.ofNullable(cause.getMessage()).orElse(name).replaceAll("\\s+", " ");
            if (name.startsWith("jinbo.")) {
                ours = Optional.of(cause instanceof Coded coded ? coded.errorMessage() : message);
            } else if (cause instanceof SQLException sql) {
                others.add(ErrorMessage.of(CommandError.DATABASE_REFUSED, String.valueOf(sql.getSQLState())));
            } else if (name.startsWith(YAML)) {
                others.add(ErrorMessage.of(CommandError.YAML_UNSOUND, message));
            } else if (!name.startsWith("org.springframework.") || cause instanceof BindException) {
                others.add(message);
            }
        }
        return ours.orElseGet(() -> others.isEmpty()
                ? ErrorMessage.of(CommandError.NOT_STARTED, failure.getClass().getSimpleName())
                : others);
    }
}
