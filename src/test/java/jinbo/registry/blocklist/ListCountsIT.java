package jinbo.registry.blocklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import jinbo.exchange.format.ListKind;
import jinbo.participant.insurer.Insurer;
import jinbo.reference.business.LineCode;
import jinbo.registry.blocklist.ListCounts.ListCount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One insurer has a full list and two deltas, the last one undelivered; another has a full list of the next day. */
class ListCountsIT {

    private final TestLists test = new TestLists();
    private final ListCounts counts = test.bean(ListCounts.class);
    private Insurer one;
    private Insurer other;

    @BeforeEach
    void seal() {
        one = test.join();
        other = test.join();
        test.record(one, ListKind.FULL, "2012-09-20T23:59:59+08:00", 1, 17, TestLists.hash(1));
        test.record(one, ListKind.DELTA, "2012-09-21T00:00:00+08:00", 2, 18, TestLists.hash(2));
        test.record(one, ListKind.DELTA, "2012-09-21T18:00:00+08:00", 3, 16, TestLists.hash(3));
        test.record(other, ListKind.FULL, "2012-09-21T18:00:00+08:00", 3, 20, TestLists.hash(4));
        test.deliver(one, 1);
        test.clock().set("2012-09-21T10:00:00+08:00");
        test.deliver(one, 2);
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void theListsOfEachInsurerAreCounted() {
        assertThat(counts.byInsurer())
                .containsExactly(
                        new ListCount(
                                one.code(),
                                1,
                                1,
                                1,
                                1,
                                life(16),
                                Optional.of(TestLists.USE_BY),
                                Optional.of(test.clock().instant())),
                        new ListCount(other.code(), 0, 0, 1, 20, life(20), Optional.empty(), Optional.empty()));
    }

    @Test
    void theNumbersOfTheNewestDeliveredListAreTold() {
        assertThat(counts.entriesDeliveredBefore(TestLists.instant("2012-09-21T10:00:01+08:00")))
                .isEqualTo(Map.of(one.code(), 18L));
        assertThat(counts.entriesDeliveredBefore(TestLists.instant("2012-09-21T10:00:00+08:00")))
                .isEqualTo(Map.of(one.code(), 17L));
        assertThat(counts.entriesDeliveredBefore(TestLists.instant("2012-09-21T09:00:00+08:00")))
                .isEmpty();
    }

    private static SortedMap<LineCode, Long> life(long numbers) {
        return new TreeMap<>(Map.of(new LineCode("LIFE"), numbers));
    }
}
