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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
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

    /** How many exchanges a process works in before it is killed; to start it costs more than to work in one. */
    private static final int TOGETHER = ALL ? 1 : 5;

    private static final ExecutorService WORKERS = Executors.newFixedThreadPool(AT_A_TIME);
    private static final AtomicInteger COPIES = new AtomicInteger();
    private static final Map<CrashScenario, CompletableFuture<CrashDamage>> TOLLS = new HashMap<>();
    private static final Map<String, List<CrashDamage>> BY_POINT = new TreeMap<>();

    static Stream<CrashScenario> stories() {
        return NightlyRun.share(ALL ? CrashScenario.all() : CrashScenario.sample(SEED)).stream();
    }

    /** Some processes at a time; what several stories begin with happens once. */
    @BeforeAll
    static void letThemHappen() throws Exception {
        Map<String, ExchangeTemplate> begins = new HashMap<>();
        Map<String, CompletableFuture<EndState>> ends = new HashMap<>();
        for (String begin : stories().map(CrashScenario::begin).distinct().toList()) {
            ExchangeTemplate point = ExchangeTemplate.make(folder.resolve("begin-" + begins.size()), begin);
            begins.put(begin, point);
            ExchangeTemplate twin = point.copyTo(folder.resolve("unkilled-" + ends.size()));
            ends.put(begin, CompletableFuture.supplyAsync(() -> unkilled(twin), WORKERS));
        }
        List<FirstCrash> firsts = stories().map(FirstCrash::of).distinct().toList();
        var once = together(firsts, group -> killedOnce(group, begins));
        TOLLS.putAll(together(stories().toList(), group -> killedTwice(group, once, ends)));
    }

    /** What several stories begin with. */
    private record FirstCrash(String begin, FaultPoint point) {
        static FirstCrash of(CrashScenario crashScenario) {
            return new FirstCrash(crashScenario.begin(), crashScenario.pair().first());
        }

        KilledExchange.Kill kill(ExchangeTemplate exchange) {
            return new KilledExchange.Kill(KilledExchange.notYet(exchange), point, exchange.at());
        }
    }

    /** Deals out to the workers what one process does. */
    private static <K, V> Map<K, CompletableFuture<V>> together(List<K> all, Function<List<K>, List<V>> happening) {
        Map<K, CompletableFuture<V>> results = new HashMap<>();
        for (int first = 0; first < all.size(); first += TOGETHER) {
            List<K> group = all.subList(first, Math.min(first + TOGETHER, all.size()));
            var result = CompletableFuture.supplyAsync(() -> happening.apply(group), WORKERS);
            for (int i = 0; i < group.size(); i++) {
                int place = i;
                results.put(group.get(i), result.thenApply(values -> values.get(place)));
            }
        }
        return results;
    }

    private static List<KilledExchange> killedOnce(List<FirstCrash> group, Map<String, ExchangeTemplate> begins) {
        return KilledExchange.at(group.stream()
                .map(crash -> crash.kill(begins.get(crash.begin()).copyTo(newFolder())))
                .toList());
    }

    private static List<CrashDamage> killedTwice(
            List<CrashScenario> group,
            Map<FirstCrash, CompletableFuture<KilledExchange>> once,
            Map<String, CompletableFuture<EndState>> unkilled) {
        List<SecondCrash> seconds = group.stream()
                .map(scenario -> new SecondCrash(
                        once.get(FirstCrash.of(scenario)).join().copyTo(newFolder()),
                        scenario.pair().second(),
                        OffsetDateTime.parse(scenario.later())))
                .toList();
        List<KilledExchange> twice =
                KilledExchange.at(seconds.stream().map(SecondCrash::kill).toList());
        List<CrashDamage> damages = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            CrashScenario scenario = group.get(i);
            CrashDamage damage = seconds.get(i)
                    .complete(twice.get(i), unkilled.get(scenario.begin()).join());
            TestDatabase.dropUrl(twice.get(i).exchange().databaseUrl());
            if (ALL) {
                System.out.println(scenario + " " + damage.all());
            }
            damages.add(damage);
        }
        return damages;
    }

    private static Path newFolder() {
        return folder.resolve("copy-" + COPIES.incrementAndGet());
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

    /** Three runs, between which the same things happen, and nobody is killed. */
    private static EndState unkilled(ExchangeTemplate point) {
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
            return EndState.of(exchange, received, ExchangeTemplate.releaseTimes(point.at(), point.at()));
        }
    }
}
