package jinbo.story.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import jinbo.testing.FailureTable;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Processes that are killed with SIGKILL, and what the exchange comes to in the end: the same as one in which nobody was
 * killed.
 *
 * <p>Each build takes other pairs of points if it is given another {@code -Djinbo.crash.seed}; the profile
 * {@code all-crashes} takes all of them.
 */
class KilledTwiceTest {

    private static final long SEED = Long.getLong("jinbo.crash.seed", 20120921);
    private static final boolean ALL = Boolean.getBoolean("jinbo.crash.all");
    private static final int AT_A_TIME = 2;

    @TempDir
    static Path folder;

    private static final ExecutorService WORKERS = Executors.newFixedThreadPool(AT_A_TIME);
    private static final AtomicInteger DONE = new AtomicInteger();
    private static final Map<Story, Future<Toll>> TOLLS = new HashMap<>();
    private static final Map<String, List<Toll>> BY_FIRST = new TreeMap<>();

    /**
     * A story.
     *
     * @param seed that chose the pair
     * @param pair where it is killed
     * @param begin the time of the first process
     * @param later the time of those after it
     */
    record Story(String seed, CrashPair pair, String begin, String later) {
        @Override
        public String toString() {
            return "killed at " + pair.first() + " on " + begin + " and at " + pair.second() + " on " + later + seed;
        }
    }

    @BeforeAll
    static void letThemHappen() throws IOException {
        Map<String, StartingPoint> points = new HashMap<>();
        Map<String, EndState> ends = new HashMap<>();
        for (String begin : List.of("2012-09-21T23:59:50+08:00", "2012-12-31T23:59:50+08:00")) {
            StartingPoint point = StartingPoint.make(folder.resolve("begin-" + points.size()), begin);
            if (points.isEmpty()) {
                train(point);
            }
            points.put(begin, point);
            ends.put(begin, unkilled(point.copyTo(folder.resolve("unkilled-" + ends.size()))));
        }
        int number = 0;
        for (Story story : stories().toList()) {
            Path home = folder.resolve("home-" + ++number);
            TOLLS.put(
                    story,
                    WORKERS.submit(() -> new TwiceKilled(
                                    points.get(story.begin()).copyTo(home),
                                    OffsetDateTime.parse(story.later()),
                                    ChildJvm.command())
                            .at(story.pair().first(), story.pair().second(), ends.get(story.begin()))));
        }
    }

    @AfterAll
    static void tell() {
        WORKERS.shutdownNow();
        BY_FIRST.forEach((first, tolls) -> FailureTable.row(
                "process",
                "killed at " + first + ", again at another point",
                tolls.stream().mapToInt(Toll::restarts).sum(),
                tolls.stream().mapToInt(toll -> toll.lost().size()).sum(),
                tolls.stream().mapToInt(toll -> toll.doubled().size()).sum(),
                tolls.stream().mapToInt(toll -> toll.halfVisible().size()).sum()));
    }

    private static void tellProgress(Story story, Toll toll, int stories) {
        int done = DONE.incrementAndGet();
        if (ALL) {
            System.out.println(done + " of " + stories + ": " + story + " " + toll.all());
        }
    }

    /** The later times are in turn the same one, after midnight, after a week-end, after the turn of the year. */
    static Stream<Story> stories() {
        List<String[]> times = List.of(
                new String[] {"2012-09-21T23:59:50+08:00", "2012-09-21T23:59:50+08:00"},
                new String[] {"2012-09-21T23:59:50+08:00", "2012-09-22T00:00:10+08:00"},
                new String[] {"2012-09-21T23:59:50+08:00", "2012-09-24T00:00:10+08:00"},
                new String[] {"2012-12-31T23:59:50+08:00", "2013-01-01T00:00:10+08:00"});
        List<CrashPair> pairs = ALL ? CrashPair.all() : CrashPair.sample(SEED);
        List<Story> stories = new ArrayList<>();
        for (CrashPair pair : pairs) {
            String[] time = times.get((int) Math.floorMod(stories.size() + SEED, (long) times.size()));
            stories.add(new Story(ALL ? "" : " (seed " + SEED + ")", pair, time[0], time[1]));
        }
        return stories.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void whoeverDiesNothingIsLostAndNothingHappensTwice(Story story) throws Exception {
        Toll toll = TOLLS.get(story).get();
        BY_FIRST.computeIfAbsent(story.pair().first().name(), first -> new ArrayList<>())
                .add(toll);

        assertThat(toll.all()).isEmpty();
    }

    /** The first process of all leaves the archive of classes for the others; it works on a copy that nobody looks at. */
    private static void train(StartingPoint point) {
        StartingPoint copy = point.copyTo(folder.resolve("training"));
        try (ProgramProcess process = ProgramProcess.start(
                ChildJvm.archivingCommand(),
                OneRun.NOWHERE,
                copy.settings(copy.at(), Map.of()),
                folder.resolve("training.txt"))) {
            process.complete();
        }
    }

    /** Three runs, between which the same things happen, and nobody is killed. */
    private static EndState unkilled(StartingPoint point) {
        SettableClock clock = new SettableClock(point.at().toString());
        try (TestExchange exchange = TestExchange.reopen(point.home(), clock, point.settings(point.at(), Map.of()))) {
            exchange.collect();
            exchange.publish();
            point.meanwhile(point.at());
            exchange.collect();
            exchange.publish();
            exchange.collect();
            exchange.publish();
            Map<String, Instant> received = new HashMap<>();
            exchange.sql()
                    .sql("select remote_name from inbound_file")
                    .query(String.class)
                    .list()
                    .forEach(name -> received.put(name, point.at().toInstant()));
            return EndState.of(exchange, received, StartingPoint.releases(point.at(), point.at()));
        }
    }
}
