package jinbo.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import jinbo.testing.SettableClock;
import jinbo.testing.TestSlice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The time of a start with the largest log of which all entries are checked:
 * {@code mvn verify -DskipUnitTests -Dit.test=CheckLogAtStartIT -Djinbo.measure=true}.
 */
@EnabledIfSystemProperty(named = "jinbo.measure", matches = "true")
class CheckLogAtStartIT {

    private static final int ENTRIES = 200_000;
    private static final int RUNS = 3;

    @Test
    void aStartLooksAtTwoHundredThousandEntriesInSomeSeconds() {
        try (TestSlice parts = new TestSlice(new SettableClock("2012-09-21T09:00:00+08:00"), "jinbo.accesslog")) {
            new SampleAccesses(parts.bean(AccessLog.class)).whole("makes the key");
            parts.sql().sql("""
                    with written as (
                        insert into access_log_entry (at, phase, actor, role, operating_system_user, action, purpose,
                                                      insurer, object, outcome)
                        select '2012-09-21 01:00:00Z', 'REFUSAL', 'batch', 'BATCH', 'jinbo', 'PUBLISH_LIST',
                               'the insurer receives its block list', 'YUNHE', 'blocklist-YUNHE-' || i, 'no agreement'
                        from generate_series(1, ?) i returning id)
                    insert into access_log_pending select id from written
                    """).param(ENTRIES).update();
            long begin = System.nanoTime();
            parts.bean(LogTree.class).sign();
            System.out.printf("%d entries placed and signed in %.2f s%n", ENTRIES, seconds(begin));
            parts.sql().sql("analyze").update();
            for (int run = 0; run < RUNS; run++) {
                begin = System.nanoTime();
                assertThat(parts.bean(CheckLog.class).atStart()).isEmpty();
                System.out.printf("%d entries looked at in %.2f s%n", ENTRIES, seconds(begin));
                assertThat(seconds(begin)).isLessThan(Duration.ofSeconds(30).toSeconds());
            }
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
