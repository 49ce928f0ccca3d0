package jinbo.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import jinbo.drop.Pause;
import jinbo.passphrase.PassphraseInput;
import jinbo.testing.SettableClock;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Keeps one home open and lends it to command after command, while nothing has changed that a start would read: its settings, the
 * files of its jobs, its keys. Only the clock is set anew for each command, and nobody waits between two looks at a drop.
 *
 * <p>A start costs more than most commands. What is checked at a start alone is asked by tests of {@link jinbo.testing.TestExchange},
 * which starts the program anew.
 */
public final class LentHomes implements HomeOpener, AfterEachCallback {

    /** The one of this process. */
    static final LentHomes OPEN = new LentHomes();

    private static final String CLOCK = "jinbo.clock";

    private volatile Map<String, String> asked = Map.of();
    private Optional<Installation> open = Optional.empty();
    private SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");

    @Override
    public synchronized Installation open(
            Path home, Map<String, String> settings, PassphraseInput passphrases, SampleKeyUse samples) {
        Map<String, String> now = whatAStartReads(home, settings, samples);
        if (!now.equals(asked)) {
            close();
            open = Optional.of(openNow(home, settings, passphrases, samples));
        }
        Optional.ofNullable(settings.get(CLOCK)).ifPresent(clock::set);
        // what the program itself has written meanwhile, for example its keys, it knows
        return open.orElseThrow().beside(() -> asked = whatAStartReads(home, settings, samples));
    }

    private Installation openNow(
            Path home, Map<String, String> settings, PassphraseInput passphrases, SampleKeyUse samples) {
        return Installation.open(home, settings, passphrases, samples, beans -> {
            Optional.ofNullable(settings.get(CLOCK))
                    .filter(LentHomes::isInstant)
                    .ifPresent(time -> {
                        clock = new SettableClock(time);
                        beans.registerBean(Clock.class, () -> clock);
                    });
            beans.registerBean(Pause.class, () -> time -> true);
        });
    }

    /** Closes what is open: the home may go, and the next command opens it anew. */
    synchronized void close() {
        asked = Map.of();
        open.ifPresent(Installation::close);
        open = Optional.empty();
    }

    /** Each test has a home of its own, which is removed after this. */
    @Override
    public void afterEach(ExtensionContext test) {
        OPEN.close();
    }

    private static boolean isInstant(String time) {
        try {
            OffsetDateTime.parse(time);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Map<String, String> whatAStartReads(Path home, Map<String, String> settings, SampleKeyUse samples) {
        Map<String, String> all = new TreeMap<>(settings);
        all.remove(CLOCK);
        all.put("home", home.toAbsolutePath() + " " + samples + " " + settings.containsKey(CLOCK));
        for (String folder : new String[] {"", "jobs", "keys"}) {
            addFiles(home.resolve(folder), all);
        }
        return all;
    }

    private static void addFiles(Path folder, Map<String, String> all) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                PosixFileAttributes found =
                        Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                String content = found.isDirectory() ? "" : found.size() + " " + found.lastModifiedTime();
                all.put(file.toString(), content + " " + found.permissions());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
