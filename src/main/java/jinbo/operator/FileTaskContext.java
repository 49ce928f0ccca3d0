package jinbo.operator;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jinbo.batch.Progress;
import jinbo.exchange.keys.PassphraseInput;
import jinbo.partner.PartnerError;
import jinbo.partner.PartnerException;
import jinbo.platform.home.Home;
import jinbo.platform.home.HomeClock;

/**
 * The environment of a {@link FileTask}.
 *
 * @param folder the value of {@code --home}, which is not opened
 * @param settings settings that override the environment
 */
public record FileTaskContext(
        Locale locale,
        Path folder,
        Map<String, String> settings,
        Progress.Watcher progress,
        Consumer<Object> interimAnswers,
        PassphraseInput passphrases,
        SampleKeyUse samples) {

    private static final String SECRET = "PASSPHRASE";

    /** True for settings that must not become Spring properties, because they are secret. */
    public static boolean isSecret(String name) {
        return name.endsWith(SECRET);
    }

    /** Returns an environment variable, or the setting that replaces it if several commands share a process. */
    public static Optional<String> secret(Map<String, String> settings, String variable) {
        return Optional.ofNullable(settings.get(variable)).or(() -> Optional.ofNullable(System.getenv(variable)));
    }

    /**
     * Returns a stopped clock if {@code jinbo.clock} or {@code JINBO_CLOCK} is set, or else the clock of the demo, or
     * else the system clock.
     *
     * @param demo the demo's home, if the insurer's drop is in one
     * @throws PartnerException if the setting is not an instant with offset
     */
    public Clock clock(Optional<Home> demo) {
        return clock(settings, demo);
    }

    /** Returns the clock for requests to the process that serves a home. */
    public static Clock clock(Map<String, String> settings, Optional<Home> home) {
        Optional<String> stopped =
                setting(settings, "jinbo.clock").or(() -> Optional.ofNullable(System.getProperty("jinbo.clock")));
        try {
            return home.map(any -> HomeClock.of(stopped, any, true)).orElseGet(() -> HomeClock.of(stopped, true));
        } catch (IllegalArgumentException e) {
            throw new PartnerException(PartnerError.CLOCK_UNUSABLE, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> setting(Map<String, String> settings, String name) {
        String variable = name.replace('.', '_').toUpperCase(Locale.ROOT);
        return Optional.ofNullable(settings.get(name))
                .or(() -> Optional.ofNullable(System.getenv(variable)))
                .filter(value -> !value.isBlank());
    }
}
