package jinbo.story.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.testing.FailureTable;
import jinbo.testing.NightlyRun;
import jinbo.testing.SettableClock;
import jinbo.testing.TestDatabase;
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
 * <p>A build kills the program once at each point, in pairs that {@code -Djinbo.crash.seed} chooses; the nightly run takes all pairs.
 */
class KilledTwiceIT {

    private static final long SEED = Long.getLong("jinbo.crash.seed", 20120921);
    private static final boolean ALL = NightlyRun.isOn();

    /** In a build the other core is busy with other tests. */
    private static final int AT_A_TIME = ALL ? 2 : 1;

    @TempDir
    static Path folder;

    private static final ExecutorService WORKERS = Executors.newFixedThreadPool(AT_A_TIME);
    private static final Map<CrashScenario, Future<CrashDamage>> TOLLS = new HashMap<>();
    private static final Map<String, List<CrashDamage>> BY_POINT = new TreeMap<>();

    static Stream<CrashScenario> stories() {
        return NightlyRun.share(ALL ? CrashScenario.all() : CrashScenario.sample(SEED)).stream();
    }

    /** Each in turn, some at a time; what several stories begin with happens once. */
    @BeforeAll
    static void letThemHappen() throws Exception {
        Map<String, ExchangeTemplate> begins = new HashMap<>();
        Map<String, Future<EndState>> ends = new HashMap<>();
        for (String begin : stories().map(CrashScenario::begin).distinct().toList()) {
            ExchangeTemplate point = ExchangeTemplate.make(folder.resolve("begin-" + begins.size()), begin);
            begins.put(begin, point);
            ExchangeTemplate twin = point.copyTo(folder.resolve("unkilled-" + ends.size()));
            ends.put(begin, WORKERS.submit(() -> unkilled(twin)));
        }
        Map<String, Future<KilledExchange>> firsts = new HashMap<>();
        for (CrashScenario crashScenario : stories().toList()) {
            FaultPoint first = crashScenario.pair().first();
            Path home = folder.resolve("once-" + firsts.size());
            ExchangeTemplate begin = begins.get(crashScenario.begin());
            Future<KilledExchange> once = firsts.computeIfAbsent(
                    crashScenario.begin() + first,
                    any -> WORKERS.submit(
                            () -> KilledExchange.notYet(begin.copyTo(home)).at(first, begin.at())));
            TOLLS.put(
                    crashScenario,
                    WORKERS.submit(goingOn(crashScenario, once, ends.get(crashScenario.begin()), TOLLS.size())));
        }
    }

    @AfterAll
    static void tell() {
        WORKERS.shutdownNow();
        BY_POINT.forEach((point, crashDamages) -> FailureTable.row(
                "process",
                "killed at " + point + ", and at another point",
                crashDamages.stream().mapToInt(CrashDamage::restarts).sum(),
                crashDamages.stream()
                        .mapToInt(crashDamage -> crashDamage.lost().size())
                        .sum(),
                crashDamages.stream()
                        .mapToInt(crashDamage -> crashDamage.doubled().size())
                        .sum(),
                crashDamages.stream()
                        .mapToInt(crashDamage -> crashDamage.halfVisible().size())
                        .sum()));
    }

    // a part of the nightly run may have none of few pieces
    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("stories")
    void whoeverDiesNothingIsLostAndNothingHappensTwice(CrashScenario crashScenario) throws Exception {
        CrashDamage crashDamage = TOLLS.get(crashScenario).get();
        Stream.of(crashScenario.pair().first(), crashScenario.pair().second())
                .distinct()
                .forEach(point -> BY_POINT.computeIfAbsent(point.name(), any -> new ArrayList<>())
                        .add(crashDamage));

        assertThat(crashDamage.all()).isEmpty();
    }

    private static Callable<CrashDamage> goingOn(
            CrashScenario crashScenario, Future<KilledExchange> once, Future<EndState> unkilled, int number) {
        return () -> {
            KilledExchange copy = once.get().copyTo(folder.resolve("twice-" + number));
            CrashDamage crashDamage = new SecondCrash(copy, OffsetDateTime.parse(crashScenario.later()))
                    .at(crashScenario.pair().second(), unkilled.get());
            TestDatabase.dropUrl(copy.exchange().databaseUrl());
            if (ALL) {
                System.out.println(crashScenario + " " + crashDamage.all());
            }
            return crashDamage;
        };
    }

    /** Three runs, between which the same things happen, and nobody is killed. */
    private static EndState unkilled(ExchangeTemplate point) {
        SettableClock clock = new SettableClock(point.at().toString());
        ExchangeTemplate.ONE_IN_PROCESS.lock();
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
            return EndState.of(exchange, received, ExchangeTemplate.releaseTimes(point.at(), point.at()));
        } finally {
            ExchangeTemplate.ONE_IN_PROCESS.unlock();
        }
    }
}
