package jinbo.operator.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jinbo.JinboConfiguration;
import jinbo.accesslog.Actor;
import jinbo.exchange.keys.PassphraseInput;
import jinbo.exchange.keys.SampleKeys;
import jinbo.participant.staff.AuthorizeCaller;
import jinbo.participant.staff.Duty;
import jinbo.participant.staff.IdentityClaim;
import jinbo.platform.home.EmbeddedDatabase;
import jinbo.platform.home.StartListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeansException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A home that is open for the length of a command; closing it stops the database that opening it has started. */
final class Installation implements AutoCloseable {

    private final Path home;
    private final ConfigurableApplicationContext context;
    private final Runnable end;
    private IdentityClaim identityClaim = new IdentityClaim.ByKey(Optional.empty(), Optional.empty());
    private Consumer<Answer> meanwhile = answer -> {};
    private AuthorizeCaller.Authorization authorization =
            new AuthorizeCaller.Authorization(Actor.commandLine(), 0, false);

    private Installation(Path home, ConfigurableApplicationContext context, Runnable end) {
        this.home = home;
        this.context = context;
        this.end = end;
    }

    /** Opens a home as {@link HomeOpener} says. */
    static Installation open(
            Path home,
            Map<String, String> settings,
            PassphraseInput passphrases,
            SampleKeyUse samples,
            StartListener listener) {
        return openWith(
                home, settings, passphrases, samples, beans -> beans.registerBean(StartListener.class, () -> listener));
    }

    /**
     * The same with other parts in places of the program's own.
     *
     * @param parts registers them before the program starts
     */
    static Installation openWith(
            Path home,
            Map<String, String> settings,
            PassphraseInput passphrases,
            SampleKeyUse samples,
            Consumer<GenericApplicationContext> parts) {
        if (Files.exists(home) && !Files.isDirectory(home)) {
            throw new CannotOpenException(home);
        }
        String[] properties = Stream.concat(
                        Stream.of("--jinbo.home=" + home),
                        settings.entrySet().stream()
                                .filter(entry -> !FileTaskContext.isSecret(entry.getKey()))
                                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue()))
                .toArray(String[]::new);
        keepTheTerminalClean();
        StopOnSignal signals = StopOnSignal.watch();
        try {
            // Spring's own hook would close the database under the running job
            ConfigurableApplicationContext context = new SpringApplicationBuilder(JinboConfiguration.class)
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

    /** The same home for somebody else's command beside this one; it is open as long as this one is. */
    Installation beside() {
        return beside(() -> {});
    }

    /** The same, and something is done when that command is over. */
    Installation beside(Runnable afterwards) {
        return new Installation(home, context, afterwards);
    }

    /** Logback writes to the terminal until Spring Boot has read where the log is; a start may fail before that. */
    static void keepTheTerminalClean() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.detachAndStopAllAppenders();
        }
    }

    /**
     * The one of this kind that does the work; it is made when it is first asked for.
     *
     * @throws CannotOpenException if it cannot be made, as if that had been found when the home was opened
     */
    <T> T get(Class<T> kind) {
        try {
            return context.getBean(kind);
        } catch (BeansException e) {
            throw new CannotOpenException(home, e);
        }
    }

    /** Whether the home's own database was there and is no more; one of other people's is theirs to look after. */
    boolean hasLostItsDatabase() {
        return context.getBeanProvider(EmbeddedDatabase.class).stream().anyMatch(EmbeddedDatabase::isGone);
    }

    /** Who is said to registration. */
    IdentityClaim claim() {
        return identityClaim;
    }

    /** Who hears what is told before the command is over. */
    void tellTo(Consumer<Answer> listener) {
        meanwhile = listener;
    }

    /** Tells something before the command is over. */
    void tell(Answer soFar) {
        meanwhile.accept(soFar);
    }

    /** By whose decision the command is carried out. */
    AuthorizeCaller.Authorization standing() {
        return authorization;
    }

    /** Finds out who acts, and whether it may. */
    void judge(Duty duty, IdentityClaim said, String words) {
        identityClaim = said;
        authorization = get(AuthorizeCaller.class).authorize(duty, said, words);
    }

    /** Acts on two people's decision from now on. */
    void actOn(AuthorizeCaller.Authorization ofTwo) {
        authorization = ofTwo;
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
