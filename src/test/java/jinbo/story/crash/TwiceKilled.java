package jinbo.story.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jinbo.accesslog.Actor;
import jinbo.crashpoint.CrashPoint;
import jinbo.job.collect.CollectReport;
import jinbo.job.publish.PublishReport;
import jinbo.reconciliation.Check;
import jinbo.reconciliation.VerifyRegistry;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;

/**
 * The story of one exchange: a process is killed at a first point, insurers drop more and an operator releases a file, the
 * next process is killed at a second point, a third completes.
 *
 * <p>For a kill in the middle of a migration the program comes in a newer version with one more migration.
 */
final class TwiceKilled {

    private static final String MIGRATIONS = "spring.flyway.locations";

    private final StartingPoint exchange;
    private final OffsetDateTime later;
    private final List<String> jvm;
    private final Map<String, String> settings = new TreeMap<>();
    private final Map<String, Instant> receivedBefore = new HashMap<>();
    private final Toll toll = Toll.none(2);

    /**
     * @param exchange a copy of its own
     * @param later the time of the second process and of the third
     * @param jvm how a process is started
     */
    TwiceKilled(StartingPoint exchange, OffsetDateTime later, List<String> jvm) {
        this.exchange = exchange;
        this.later = later;
        this.jvm = jvm;
    }

    /** Lets it happen, and compares the end with that of the exchange in which nobody was killed. */
    Toll at(CrashPoint first, CrashPoint second, EndState unkilled) {
        WhatIsOut begin = WhatIsOut.at(exchange);
        WhatIsOut afterFirst = killed(first, exchange.at(), begin);
        receivedBefore.putAll(afterFirst.received());
        exchange.meanwhile(later);
        WhatIsOut afterSecond = killed(second, later, afterFirst);
        complete(unkilled);
        WhatIsOut end = WhatIsOut.at(exchange);
        toll.grown(afterSecond, end);
        toll.halfVisible().addAll(end.halfVisible());
        toll.lost().addAll(end.undelivered());
        return toll;
    }

    private WhatIsOut killed(CrashPoint point, OffsetDateTime time, WhatIsOut before) {
        if (point == CrashPoint.MIGRATING) {
            bringNewerVersion();
        }
        Path errors = exchange.home().resolve("log").resolve("errors-" + point + ".txt");
        try (ProgramProcess process =
                ProgramProcess.start(jvm, point.name(), exchange.settings(time, settings), errors)) {
            process.dieAt(point.name());
        }
        WhatIsOut after = WhatIsOut.at(exchange);
        toll.grown(before, after);
        toll.halfVisible().addAll(after.halfVisible());
        return after;
    }

    private void bringNewerVersion() {
        Path folder = exchange.home().resolveSibling(exchange.home().getFileName() + "-newer");
        try {
            Files.createDirectories(folder);
            int version = 9001 + Disk.names(folder).size();
            Files.writeString(
                    folder.resolve("V" + version + "__Newer.sql"), "create table newer_" + version + " (x int);");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        settings.put(MIGRATIONS, "classpath:db/migration,filesystem:" + folder);
    }

    private void complete(EndState unkilled) {
        SettableClock clock = new SettableClock(later.toString());
        try (TestExchange last = TestExchange.reopen(exchange.home(), clock, exchange.settings(later, settings))) {
            CollectReport collected = last.collect();
            PublishReport published = last.publish();
            collected.problems().forEach(problem -> toll.unsound().add(problem.toString()));
            published.problems().forEach(problem -> toll.unsound().add(problem.toString()));
            last.bean(VerifyRegistry.class).verify(Actor.commandLine()).stream()
                    .filter(check -> !check.holds())
                    .map(Check::toString)
                    .forEach(toll.unsound()::add);
            EndState end = EndState.of(last, times(last), StartingPoint.releases(exchange.at(), later));
            toll.lost().addAll(unkilled.beyond(end));
            toll.doubled().addAll(end.beyond(unkilled));
            Set<Instant> listTimes = new HashSet<>(List.of(exchange.at().toInstant(), later.toInstant()));
            toll.unsound().addAll(new SoundLists(last, listTimes).faults());
            toll.unsound().addAll(new SoundRecords(last.sql()).faults());
        }
    }

    /** What a process recorded before it was killed keeps its time; everything else was received by a later one. */
    private Map<String, Instant> times(TestExchange last) {
        Map<String, Instant> times = new HashMap<>();
        for (String name : new ArrayList<>(last.sql()
                .sql("select remote_name from inbound_file")
                .query(String.class)
                .list())) {
            times.put(name, receivedBefore.getOrDefault(name, later.toInstant()));
        }
        return times;
    }
}
