package jinbo.operator.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jinbo.JinboConfiguration;
import jinbo.exchange.keys.PassphraseInput;
import jinbo.exchange.keys.SampleKeys;
import jinbo.operator.FileTaskContext;
import jinbo.operator.SampleKeyUse;
import jinbo.operator.answer.CannotOpenException;
import jinbo.operator.answer.CommandError;
import jinbo.platform.home.EmbeddedDatabase;
import jinbo.platform.home.StartListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeansException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** An open home with its Spring context. Closing it stops the database if opening it started the database. */
final class Installation implements AutoCloseable {

    @FunctionalInterface
    interface Opener {

        /**
         * Opens a home, and creates it if it does not exist.
         *
         * @param settings Spring properties that override the environment; secret settings are ignored
         * @throws CannotOpenException if the folder, settings, clock or database are unusable
         */
        Installation open(
                Path home,
                Map<String, String> settings,
                PassphraseInput passphrases,
                SampleKeyUse samples,
                StartListener listener);
    }

    private final Path home;
    private final ConfigurableApplicationContext context;
    private final Runnable end;
    private Consumer<Object> interimAnswers = answer -> {};

    private Installation(Path home, ConfigurableApplicationContext context, Runnable end) {
        this.home = home;
        this.context = context;
        this.end = end;
    }

    static Installation open(
            Path home,
            Map<String, String> settings,
            PassphraseInput passphrases,
            SampleKeyUse samples,
            StartListener listener) {
        return openWith(
                home, settings, passphrases, samples, beans -> beans.registerBean(StartListener.class, () -> listener));
    }

    static Installation openWith(
            Path home,
            Map<String, String> settings,
            PassphraseInput passphrases,
            SampleKeyUse samples,
            Consumer<GenericApplicationContext> parts) {
        if (Files.exists(home) && !Files.isDirectory(home)) {
            throw new CannotOpenException(CommandError.NO_FOLDER, home);
        }
        if (Files.isDirectory(home) && !Files.isExecutable(home)) {
            throw new CannotOpenException(CommandError.HOME_CLOSED, home);
        }
        String[] properties = Stream.concat(
                        Stream.of("--jinbo.home=" + home),
                        settings.entrySet().stream()
                                .filter(entry -> !FileTaskContext.isSecret(entry.getKey()))
                                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue()))
                .toArray(String[]::new);
        detachLogAppenders();
        StopOnSignal signals = StopOnSignal.watch();
        try {
            // Spring's own shutdown hook would close the database while a job is running
            ConfigurableApplicationContext context = new SpringApplicationBuilder(JinboConfiguration.parts())
                    .web(WebApplicationType.NONE)
                    .lazyInitialization(true)
                    .logStartupInfo(false)
                    .registerShutdownHook(false)
                    .initializers(start -> {
                        GenericApplicationContext beans = (GenericApplicationContext) start;
                        beans.registerBean(PassphraseInput.class, () -> passphrases);
                        if (samples == SampleKeyUse.ANYWHERE) {
                            beans.registerBean(SampleKeys.class, () -> SampleKeys.allowedIf(true));
                        }
                        parts.accept(beans);
                    })
                    .run(properties);
            signals.opened(context);
            return new Installation(home, context, () -> {
                try {
                    context.close();
                } finally {
                    signals.close();
                }
            });
        } catch (RuntimeException e) {
            signals.close();
            throw new CannotOpenException(home, e);
        }
    }

    /** Returns this open home for another command; closing the returned object runs only the action. */
    Installation beside(Runnable afterwards) {
        return new Installation(home, context, afterwards);
    }

    /** Keeps Logback from writing to the terminal until Spring Boot has configured the log. */
    static void detachLogAppenders() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.detachAndStopAllAppenders();
        }
    }

    /** Returns a bean, which is created at its first use. */
    <T> T get(Class<T> kind) {
        try {
            return context.getBean(kind);
        } catch (BeansException e) {
            throw new CannotOpenException(home, e);
        }
    }

    /** True if the embedded database has stopped; always false for other databases. */
    boolean isDatabaseGone() {
        return context.getBeanProvider(EmbeddedDatabase.class).stream().anyMatch(EmbeddedDatabase::isGone);
    }

    void onInterimAnswer(Consumer<Object> listener) {
        interimAnswers = listener;
    }

    void answerInterim(Object answer) {
        interimAnswers.accept(answer);
    }

    Path home() {
        return home;
    }

    Instant now() {
        return get(Clock.class).instant();
    }

    @Override
    public void close() {
        end.run();
    }
}
