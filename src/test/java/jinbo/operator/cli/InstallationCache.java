package jinbo.operator.cli;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import jinbo.accesslog.BackgroundSequencer;
import jinbo.exchange.keys.PassphraseInput;
import jinbo.exchange.sftp.Sleeper;
import jinbo.operator.SampleKeyUse;
import jinbo.platform.home.StartListener;
import jinbo.testing.CheapHashing;
import jinbo.testing.NightlyRun;
import jinbo.testing.SettableClock;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Keeps one home open and gives it to command after command, while nothing has changed that a start would read: its
 * settings, the files of its jobs, its keys. Only the clock is set anew for each command, and nobody waits between two
 * looks at a drop.
 *
 * <p>A start costs more than most commands. Stories start anew where it matters that nothing is kept in memory alone,
 * by {@link jinbo.testing.CommandSession#startAnew}, and the nightly run opens the home for each command.
 */
public final class InstallationCache implements Installation.Opener, BeforeAllCallback, AfterEachCallback {

    /** The one of this process. */
    static final InstallationCache SHARED = new InstallationCache();

    private static final int PIECE = 7;
    private static final Set<String> STORIES = Set.of("jinbo.operator.cli", "jinbo.operator.partner");
    private static final String CLOCK = "jinbo.clock";
    private static final String ATTRIBUTES =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                    ? "posix:isDirectory,size,lastModifiedTime,permissions"
                    : "isDirectory,size,lastModifiedTime";

    private volatile Map<String, String> cachedInputs = Map.of();
    private Optional<Installation> open = Optional.empty();
    private boolean placesEntries = true;
    private SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");

    @Override
    public synchronized Installation open(
            Path home,
            Map<String, String> settings,
            PassphraseInput passphrases,
            SampleKeyUse samples,
            StartListener listener) {
        Map<String, String> now = startInputs(home, settings, samples);
        if (!now.equals(cachedInputs)) {
            close();
            open = Optional.of(openNow(home, settings, passphrases, samples));
            if (!placesEntries) {
                open.get().get(BackgroundSequencer.class).close();
            }
            cachedInputs = now;
        }
        Optional.ofNullable(settings.get(CLOCK))
                .filter(InstallationCache::isInstant)
                .ifPresent(clock::set);
        // what the program itself has written meanwhile, for example its keys, it knows
        return open.orElseThrow().beside(() -> cachedInputs = startInputs(home, settings, samples));
    }

    /** Opens one that is not kept. */
    Installation openAnew(
            Path home,
            Map<String, String> settings,
            PassphraseInput passphrases,
            SampleKeyUse samples,
            StartListener listener) {
        return Installation.openWith(home, settings, passphrases, samples, beans -> {
            beans.registerBean(StartListener.class, () -> listener);
            CheapHashing.in(beans);
        });
    }

    private Installation openNow(
            Path home, Map<String, String> settings, PassphraseInput passphrases, SampleKeyUse samples) {
        return Installation.openWith(home, settings, passphrases, samples, beans -> {
            Optional.ofNullable(settings.get(CLOCK))
                    .filter(InstallationCache::isInstant)
                    .ifPresent(time -> {
                        clock = new SettableClock(time);
                        beans.registerBean(Clock.class, () -> clock);
                    });
            CheapHashing.in(beans);
            beans.registerBean(Sleeper.class, () -> time -> true);
        });
    }

    /** Whether entries of the access log get their places while commands are carried out, in homes that are opened from now on. */
    synchronized void placeEntriesInBackground(boolean places) {
        close();
        placesEntries = places;
    }

    /** Closes what is open: the home may go, and the next command opens it anew. */
    synchronized void close() {
        cachedInputs = Map.of();
        open.ifPresent(Installation::close);
        open = Optional.empty();
    }

    /** Lets go of its database, which may be replaced before the next command. */
    synchronized void disconnect() {
        open.map(installation -> installation.get(HikariDataSource.class)).ifPresent(pool -> {
            pool.getHikariConfigMXBean().setMinimumIdle(0);
            pool.getHikariPoolMXBean().softEvictConnections();
        });
    }

    /** Stories whose commands open their homes themselves are one piece of the nightly run. */
    @Override
    public void beforeAll(ExtensionContext tests) {
        if (STORIES.contains(tests.getRequiredTestClass().getPackageName())) {
            NightlyRun.assumePartOf(PIECE);
        }
    }

    /** Each test has a home of its own, which is removed after this. */
    @Override
    public void afterEach(ExtensionContext test) {
        SHARED.close();
    }

    private static boolean isInstant(String time) {
        try {
            OffsetDateTime.parse(time);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Map<String, String> startInputs(Path home, Map<String, String> settings, SampleKeyUse samples) {
        Map<String, String> all = new TreeMap<>(settings);
        all.remove(CLOCK);
        boolean clockIsSet = Optional.ofNullable(settings.get(CLOCK))
                .filter(InstallationCache::isInstant)
                .isPresent();
        all.put("home", home.toAbsolutePath() + " " + samples + " " + clockIsSet);
        for (String folder : new String[] {"", "jobs", "settings", "keys"}) {
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
                all.put(file.toString(), stateOf(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String stateOf(Path file) throws IOException {
        try {
            Map<String, Object> state =
                    new TreeMap<>(Files.readAttributes(file, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS));
            if (Boolean.TRUE.equals(state.get("isDirectory"))) {
                state.keySet().removeAll(Set.of("size", "lastModifiedTime"));
            }
            return state.toString();
        } catch (NoSuchFileException gone) {
            return "";
        }
    }
}
