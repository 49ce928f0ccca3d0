package jinbo.registry.blocklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import jinbo.participant.insurer.Insurer;
import jinbo.registry.blocklist.WithheldLists.WithheldList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class WithheldListsIT {

    private static final TestLists TEST = new TestLists();
    private static final Instant AT = TestLists.instant("2012-09-21T09:00:00+08:00");

    private final WithheldLists withheld = TEST.bean(WithheldLists.class);
    private final Insurer insurer = TEST.join();

    @AfterAll
    static void close() {
        TEST.close();
    }

    @Test
    void theyAreToldInTheOrderOfTheRuns() {
        WithheldList first = withhold(7, WithheldList.Reason.SUSPENDED);
        WithheldList second = withhold(9, WithheldList.Reason.LAPSED);

        assertThat(withheld.of(insurer.code())).containsExactly(first, second);
        assertThat(withheld.of(TEST.join().code())).isEmpty();
    }

    @Test
    void aListThatAProcessThatDiedHasRecordedIsNotRecordedAgain() {
        WithheldList list = withhold(7, WithheldList.Reason.SUSPENDED);

        withheld.record(new WithheldList(
                list.insurer(),
                list.publication(),
                WithheldList.Reason.LAPSED,
                list.at().plusSeconds(60)));

        assertThat(withheld.of(insurer.code())).containsExactly(list);
    }

    private WithheldList withhold(long revision, WithheldList.Reason reason) {
        WithheldList list = new WithheldList(
                insurer.code(),
                TEST.bean(Publications.class).begin(AT, TestLists.USE_BY, revision),
                reason,
                AT.plusSeconds(1));
        withheld.record(list);
        return list;
    }
}
