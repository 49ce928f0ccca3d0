package jinbo.story.crash;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jinbo.accesslog.Actor;
import jinbo.batch.collect.CollectReport;
import jinbo.batch.publish.PublishReport;
import jinbo.batch.reconciliation.RuleResult;
import jinbo.batch.reconciliation.VerifyRegistry;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;

/**
 * How the story goes on where a process was killed: insurers drop more and an operator releases a file, the next process is
 * killed at a second point, a third completes.
 *
 * @param once a copy of its own
 * @param point where the second process is killed
 * @param later the time of the second process and of the third
 */
record SecondCrash(KilledExchange once, FaultPoint point, OffsetDateTime later) {

    private static final int RESTARTS = 2;

    /** What happens outside, and then the second process. */
    KilledExchange.Kill kill() {
        once.exchange().meanwhile(later);
        return new KilledExchange.Kill(once, point, later);
    }

    /** What the third process comes to, compared with the end of the exchange in which nobody was killed. */
    CrashDamage complete(KilledExchange twice, EndState unkilled) {
        CrashDamage crashDamage = twice.toll().afterRestarts(RESTARTS);
        complete(twice, unkilled, crashDamage);
        PublishedState end = PublishedState.at(once.exchange());
        crashDamage.grown(twice.out(), end);
        crashDamage.halfVisible().addAll(end.halfVisible());
        crashDamage.lost().addAll(end.undelivered());
        return crashDamage;
    }

    private void complete(KilledExchange twice, EndState unkilled, CrashDamage crashDamage) {
        ExchangeTemplate exchange = twice.exchange();
        SettableClock clock = new SettableClock(later.toString());
        var settings = exchange.settings(later, NewerProgramVersion.settings(exchange.home(), twice.migrations()));
        try (TestExchange last = TestExchange.reopen(exchange.home(), clock, settings)) {
            CollectReport collected = last.collect();
            PublishReport published = last.publish();
            collected.problems().forEach(problem -> crashDamage.unsound().add(problem.toString()));
            published.problems().forEach(problem -> crashDamage.unsound().add(problem.toString()));
            last.bean(VerifyRegistry.class).verify(Actor.commandLine()).stream()
                    .filter(ruleResult -> !ruleResult.holds())
                    .map(RuleResult::toString)
                    .forEach(crashDamage.unsound()::add);
            EndState end = EndState.of(last, times(last), ExchangeTemplate.releaseTimes(exchange.at(), later));
            crashDamage.lost().addAll(unkilled.beyond(end));
            crashDamage.doubled().addAll(end.beyond(unkilled));
            Set<Instant> listTimes = new HashSet<>(List.of(exchange.at().toInstant(), later.toInstant()));
            crashDamage.unsound().addAll(new ListConsistencyCheck(last, listTimes).faults());
            crashDamage.unsound().addAll(new RecordConsistencyCheck(last.sql()).faults());
        }
    }

    /** What the first process recorded before it was killed keeps its time; everything else was received later. */
    private Map<String, Instant> times(TestExchange last) {
        Map<String, Instant> times = new HashMap<>();
        last.sql()
                .sql("select remote_name from inbound_file")
                .query(String.class)
                .list()
                .forEach(name -> times.put(name, once.out().received().getOrDefault(name, later.toInstant())));
        return times;
    }
}
