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
 * What a command that works from files alone gets besides what was typed.
 *
 * @param folder what was named as the home; nothing of it is opened
 * @param settings that come before those of the environment
 * @param interimAnswers takes what the command answers before it is over
 * @param samples where sample keys may be used
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

    /** Whether a setting would be a secret, which no list of settings may hold. */
    public static boolean isSecret(String name) {
        return name.endsWith(SECRET);
    }

    /** A variable of the environment, or what stands for it where a command runs in a process of others. */
    public static Optional<String> secret(Map<String, String> settings, String variable) {
        return Optional.ofNullable(settings.get(variable)).or(() -> Optional.ofNullable(System.getenv(variable)));
    }

    /**
     * The clock that {@code jinbo.clock} or {@code JINBO_CLOCK} stops, else that of the demo's home, else the machine's.
     *
     * @param demo the home in which the insurer's drop lies, if it is a demo's
     * @throws PartnerException if the setting is no instant with offset
     */
    public Clock clock(Optional<Home> demo) {
        return clock(settings, demo);
    }

    /** The same for what is said to the process that serves a home. */
    public static Clock clock(Map<String, String> settings, Optional<Home> home) {
        Optional<String> stopped =
                setting(settings, "jinbo.clock").or(() -> Optional.ofNullable(System.getProperty("jinbo.clock")));
        try {
            return home.map(any -> HomeClock.of(stopped, any, true)).orElseGet(() -> HomeClock.of(stopped, true));
        } catch (IllegalArgumentException e) {
            throw new PartnerException(PartnerError.CLOCK_UNUSABLE, String.valueOf(e.getMessage()));
        }
    }

    /** A setting, or the variable of the environment of that name in capitals: no argument, which others could see. */
    private static Optional<String> setting(Map<String, String> settings, String name) {
        String variable = name.replace('.', '_').toUpperCase(Locale.ROOT);
        return Optional.ofNullable(settings.get(name))
                .or(() -> Optional.ofNullable(System.getenv(variable)))
                .filter(value -> !value.isBlank());
    }
}
