package jinbo.operator.cli;

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
import jinbo.platform.home.HomeClock;

/**
 * What a command that works from files alone is told besides what was typed.
 *
 * @param folder what was named as the home; nothing of it is opened
 * @param settings that come before those of the environment
 * @param meanwhile hears what is told before the command is over
 * @param samples where sample keys may be used
 */
record FileTaskContext(
        Language language,
        Path folder,
        Map<String, String> settings,
        Progress.Watcher progress,
        Consumer<Object> meanwhile,
        PassphraseInput passphrases,
        SampleKeyUse samples) {

    private static final String SECRET = "PASSPHRASE";

    /** Whether a setting would be a secret, which no list of settings may hold. */
    static boolean isSecret(String name) {
        return name.endsWith(SECRET);
    }

    /** A variable of the environment, or what stands for it where a command runs in a process of others. */
    static Optional<String> secret(Map<String, String> settings, String variable) {
        return Optional.ofNullable(settings.get(variable)).or(() -> Optional.ofNullable(System.getenv(variable)));
    }

    /**
     * The clock that {@code jinbo.clock} or {@code JINBO_CLOCK} stops, else the machine's.
     *
     * @throws PartnerException if the setting is no instant with offset
     */
    Clock clock() {
        return clock(settings);
    }

    static Clock clock(Map<String, String> settings) {
        Optional<String> stopped =
                setting(settings, "jinbo.clock").or(() -> Optional.ofNullable(System.getProperty("jinbo.clock")));
        try {
            return HomeClock.of(stopped, true);
        } catch (IllegalArgumentException e) {
            throw new PartnerException(PartnerError.CLOCK_UNUSABLE, String.valueOf(e.getMessage()));
        }
    }

    /** A setting, or the variable of the environment of that name in capitals: no argument, which others could see. */
    Optional<String> setting(String name) {
        return setting(settings, name);
    }

    private static Optional<String> setting(Map<String, String> settings, String name) {
        String variable = name.replace('.', '_').toUpperCase(Locale.ROOT);
        return Optional.ofNullable(settings.get(name))
                .or(() -> Optional.ofNullable(System.getenv(variable)))
                .filter(value -> !value.isBlank());
    }
}
