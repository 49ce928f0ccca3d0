package jinbo.operator.answer;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jinbo.platform.csv.RefusedTableException;
import jinbo.platform.csv.RefusedTableException.TableProblem;
import jinbo.platform.error.Coded;
import jinbo.platform.error.ErrorMessage;
import jinbo.platform.error.FailureMessages;
import jinbo.reference.phone.PhoneDigits;
import org.slf4j.Logger;
import org.springframework.beans.BeansException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.io.Resource;
import picocli.CommandLine.Help.Ansi.Style;

/** A failed command or operation, as its user sees it. */
public record Failure(
        String error,
        ErrorMessage message,
        List<TableProblem> problems,
        Optional<InvalidSetting> setting,
        Optional<Path> log) {

    /** Describes an exception of a command that has not opened a home, and therefore has no log. */
    public static Failure withoutLog(Exception e) {
        Failure failure = of(e, Path.of(""));
        boolean ofTheSystem =
                failure.message.error() == CommandError.FAILED && e instanceof IOException && e.getMessage() != null;
        return new Failure(
                failure.error,
                ofTheSystem
                        ? ErrorMessage.of(CommandError.FAILED, PhoneDigits.masked(e.getMessage()))
                        : failure.message,
                failure.problems,
                failure.setting,
                Optional.empty());
    }

    public static Failure of(Exception e, Path home) {
        Optional<InvalidSetting> invalid = InvalidSetting.in(e);
        if (invalid.isPresent()) {
            return of(invalid.get().message(), invalid, Optional.empty());
        }
        if (e instanceof RefusedTableException table) {
            return refused(table.errorMessage(), table.problems());
        }
        Optional<Path> log =
                Optional.of(home.resolve("log").resolve("jinbo.log")).filter(Files::exists);
        if (e instanceof BeansException notMade) {
            return of(new CannotOpenException(home, notMade), home);
        }
        if (e instanceof CannotOpenException cannotOpen) {
            return of(cannotOpen.errorMessage(), Optional.empty(), log.filter(file -> cannotOpen.isLogged()));
        }
        if (e instanceof Coded coded) {
            return refused(coded.errorMessage(), List.of());
        }
        return e instanceof FileSystemException file
                ? refused(ofFile(file), List.of())
                : of(ErrorMessage.of(CommandError.FAILED, FailureMessages.cause(e)), Optional.empty(), log);
    }

    /** Writes the failure to the log, with a stack trace unless the message is sufficient. */
    public void log(Logger log, Exception e) {
        if (this.log.isPresent() || message.error() == CommandError.FAILED) {
            log.warn("An operation failed", e);
        } else {
            log.info("An operation was not carried out: {}", error);
        }
    }

    public int exitStatus() {
        return message.error().exitStatus();
    }

    public void writeTo(Page page) {
        Locale locale = page.texts().language().locale();
        page.print(message.in(locale), Style.fg_red);
        for (TableProblem problem : problems) {
            if (problem.line() == 0) {
                page.say("failure.file", problem.reason().in(locale));
            } else {
                page.say(
                        "failure.line",
                        Long.toString(problem.line()),
                        problem.reason().in(locale));
            }
        }
        log.ifPresent(file -> page.say("failure.log", file.toString()));
    }

    private static Failure refused(ErrorMessage message, List<TableProblem> problems) {
        return new Failure(message.error().code(), message, problems, Optional.empty(), Optional.empty());
    }

    private static Failure of(ErrorMessage message, Optional<InvalidSetting> setting, Optional<Path> log) {
        return new Failure(message.error().code(), message, List.of(), setting, log);
    }

    private static ErrorMessage ofFile(FileSystemException e) {
        if (e instanceof AccessDeniedException) {
            return ErrorMessage.of(CommandError.ACCESS_DENIED, String.valueOf(e.getFile()));
        }
        CommandError error = e instanceof NoSuchFileException
                ? CommandError.FILE_NOT_FOUND
                : e instanceof FileAlreadyExistsException ? CommandError.FILE_EXISTS : CommandError.FILE_UNUSABLE;
        return ErrorMessage.of(error, String.valueOf(e.getMessage()));
    }

    /** @param value with possible phone numbers masked; empty if there is no such setting */
    public record InvalidSetting(String key, Optional<String> value, String where) {

        /** The setting because of which the program could not start, if that was the cause. */
        static Optional<InvalidSetting> in(Throwable failure) {
            Optional<InvalidSetting> found = Optional.empty();
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof UnboundConfigurationPropertiesException unknown) {
                    return unknown.getUnboundProperties().stream().findFirst().map(InvalidSetting::unknown);
                }
                if (cause instanceof BindException unusable) {
                    found = Optional.ofNullable(unusable.getProperty()).map(InvalidSetting::unusable);
                }
            }
            return found;
        }

        ErrorMessage message() {
            return value.map(unusable -> ErrorMessage.of(CommandError.SETTING_UNUSABLE, key, where, unusable))
                    .orElseGet(() -> ErrorMessage.of(CommandError.SETTING_UNKNOWN, key, where));
        }

        private static InvalidSetting unknown(ConfigurationProperty property) {
            return new InvalidSetting(property.getName().toString(), Optional.empty(), whereOf(property));
        }

        private static InvalidSetting unusable(ConfigurationProperty property) {
            return new InvalidSetting(
                    property.getName().toString(),
                    Optional.of(PhoneDigits.masked(String.valueOf(property.getValue()))),
                    whereOf(property));
        }

        private static String whereOf(ConfigurationProperty property) {
            Optional<Origin> origin = Optional.ofNullable(property.getOrigin());
            return origin.map(known -> known instanceof PropertySourceOrigin inFile && inFile.getOrigin() != null
                            ? inFile.getOrigin()
                            : known)
                    .map(known -> known instanceof TextResourceOrigin text ? lineOf(text) : known.toString())
                    .orElse(Page.NOTHING);
        }

        private static String lineOf(TextResourceOrigin origin) {
            String file = Optional.ofNullable(origin.getResource())
                    .map(InvalidSetting::fileOf)
                    .orElse(Page.NOTHING);
            return Optional.ofNullable(origin.getLocation())
                    .map(location -> file + ":" + (location.getLine() + 1))
                    .orElse(file);
        }

        private static String fileOf(Resource resource) {
            try {
                return resource.isFile()
                        ? Path.of(resource.getURI()).normalize().toString()
                        : String.valueOf(resource.getFilename());
            } catch (IOException e) {
                return resource.getDescription();
            }
        }
    }
}
