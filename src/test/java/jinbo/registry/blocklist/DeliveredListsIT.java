package jinbo.registry.blocklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import jinbo.exchange.format.ListKind;
import jinbo.participant.insurer.Insurer;
import jinbo.registry.blocklist.DeliveredLists.DeliveredList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveredListsIT {

    private static final TestLists TEST = new TestLists();
    private static final Instant MONDAY = TestLists.instant("2012-09-24T09:00:00+08:00");
    private static final Instant TUESDAY = TestLists.instant("2012-09-25T09:00:00+08:00");

    private final DeliveredLists delivered = TEST.bean(DeliveredLists.class);
    private final Insurer insurer = TEST.join();

    /** One on Monday, one on Tuesday, and one whose manifest is not delivered yet. */
    @BeforeEach
    void deliverTwoOfThreeLists() {
        TEST.record(insurer, ListKind.FULL, "2012-09-24T08:00:00+08:00", 7, 0, TestLists.EMPTY);
        TEST.record(insurer, ListKind.DELTA, "2012-09-25T08:00:00+08:00", 9, 0, TestLists.EMPTY);
        TEST.record(insurer, ListKind.DELTA, "2012-09-25T08:00:00+08:00", 9, 0, TestLists.EMPTY);
        TEST.lists().recordManifestDelivery(insurer.code(), 1, MONDAY);
        TEST.lists().recordManifestDelivery(insurer.code(), 2, TUESDAY);
        TEST.lists().recordListDelivery(insurer.code(), 3, TUESDAY);
    }

    @AfterAll
    static void close() {
        TEST.close();
    }

    @Test
    void anInsurerHadGotTheListsWhoseManifestsLayOnItsDropTheNewestFirst() {
        assertThat(sequences(MONDAY.minusMillis(1))).isEmpty();
        assertThat(sequences(MONDAY)).containsExactly(1);
        assertThat(sequences(TUESDAY.plusSeconds(1))).containsExactly(2, 1);
        assertThat(delivered.by(TEST.join().code(), TUESDAY)).isEmpty();
    }

    @Test
    void aListIsToldWithItsMomentAndItsDelivery() {
        DeliveredList first = delivered.by(insurer.code(), MONDAY).get(0);

        assertThat(first)
                .isEqualTo(new DeliveredList(first.name(), 7, TestLists.instant("2012-09-24T08:00:00+08:00"), MONDAY));
        assertThat(first.name().kind()).isEqualTo(ListKind.FULL);
        assertThat(first.name().insurer()).isEqualTo(insurer.code());
    }

    @Test
    void theFirstListThatIsNotAppliedIsAboveThoseThatAre() {
        assertThat(delivered.first(insurer.code(), 0, MONDAY))
                .map(DeliveredList::sequence)
                .contains(1);
        assertThat(delivered.first(insurer.code(), 1, MONDAY))
                .map(DeliveredList::sequence)
                .contains(2);
        assertThat(delivered.first(insurer.code(), 0, MONDAY.plusMillis(1)))
                .map(DeliveredList::sequence)
                .contains(2);
        assertThat(delivered.first(insurer.code(), 2, MONDAY)).isEmpty();
    }

    private List<Integer> sequences(Instant at) {
        return delivered.by(insurer.code(), at).stream()
                .map(DeliveredList::sequence)
                .toList();
    }
}
