package jinbo.registry.blocklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jinbo.exchange.format.ListKind;
import jinbo.exchange.format.Manifest;
import jinbo.participant.insurer.Insurer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class BlockListsIT {

    private static final TestLists TEST = new TestLists();

    private final BlockLists lists = TEST.lists();
    private final Insurer insurer = TEST.join();

    @AfterAll
    static void close() {
        TEST.close();
    }

    @Test
    void anInsurerBeginsWithNoListAndTheFirstPlace() {
        assertThat(lists.last(insurer.code())).isEmpty();
        assertThat(lists.lastFullAsOf(insurer.code())).isEmpty();
        assertThat(lists.undelivered(insurer.code())).isEmpty();
        assertThat(lists.next(insurer.code())).isEqualTo(new BlockLists.ChainPosition(1, Optional.empty()));
        assertThat(lists.next(insurer.code()).previousSequence()).isEmpty();
    }

    @Test
    void aListIsReadAsItWasRecorded() {
        SealedList first = TEST.record(insurer, ListKind.FULL, "2012-09-21T09:00:00+08:00", 3, 17, TestLists.hash(9));
        SealedList second = TEST.record(insurer, ListKind.DELTA, "2012-09-22T09:00:00+08:00", 4, 18, TestLists.hash(8));

        assertThat(lists.find(insurer.code(), 1)).contains(first);
        assertThat(lists.find(insurer.code(), 2)).contains(second);
        assertThat(lists.find(insurer.code(), 3)).isEmpty();
        assertThat(lists.find(TEST.join().code(), 1)).isEmpty();
        assertThat(lists.last(insurer.code())).contains(second);
        assertThat(second.manifest().previousManifestSha256()).contains(first.manifestSha256());
    }

    @Test
    void whatAManifestSaysOfTheAccessLogIsKept() {
        SealedList first = TEST.record(insurer, ListKind.FULL, "2012-09-21T09:00:00+08:00");
        Manifest before = first.manifest();
        Manifest manifest = new Manifest(
                before.insurer(),
                2,
                ListKind.FULL,
                before.businessLines(),
                OptionalInt.of(1),
                Optional.of(first.manifestSha256()),
                before.revision(),
                before.asOf(),
                before.useBy(),
                0,
                0,
                before.sha256(),
                before.contentSha256(),
                before.listDigest(),
                List.of("AB", "CD"),
                77,
                Optional.of("a checkpoint"),
                Optional.of(List.of("one", "two")));
        SealedList sealed = new SealedList(
                manifest, first.entriesByLine(), 5, TestLists.hash(5), Optional.empty(), Optional.empty());

        lists.record(TEST.bean(Publications.class).begin(before.asOf(), before.useBy(), 0), sealed);

        assertThat(lists.find(insurer.code(), 2)).contains(sealed);
    }

    @Test
    void aListIsUndeliveredUntilItsManifestLiesOnTheDrop() {
        TEST.record(insurer, ListKind.FULL, "2012-09-21T09:00:00+08:00");
        TEST.record(insurer, ListKind.DELTA, "2012-09-22T09:00:00+08:00");
        assertThat(sequences(lists.undelivered(insurer.code()))).containsExactly(1, 2);

        lists.recordListDelivery(insurer.code(), 1, TEST.clock().instant());
        assertThat(sequences(lists.undelivered(insurer.code()))).containsExactly(1, 2);
        assertThat(lists.find(insurer.code(), 1)).hasValueSatisfying(list -> {
            assertThat(list.isDelivered()).isFalse();
            assertThat(list.listDeliveredAt()).contains(TEST.clock().instant());
        });

        lists.recordManifestDelivery(insurer.code(), 1, TEST.clock().instant());
        assertThat(sequences(lists.undelivered(insurer.code()))).containsExactly(2);
        assertThat(lists.find(insurer.code(), 1)).hasValueSatisfying(list -> {
            assertThat(list.isDelivered()).isTrue();
            assertThat(list.manifestDeliveredAt()).contains(TEST.clock().instant());
        });
    }

    @Test
    void theNextListIsChainedToTheLast() {
        SealedList first = TEST.record(insurer, ListKind.FULL, "2012-09-21T09:00:00+08:00");

        BlockLists.ChainPosition next = lists.next(insurer.code());

        assertThat(next).isEqualTo(new BlockLists.ChainPosition(2, Optional.of(first.manifestSha256())));
        assertThat(next.previousSequence()).hasValue(1);
    }

    @Test
    void theNextListCountsAboveThoseThatWereLost() {
        TEST.record(insurer, ListKind.FULL, "2012-09-21T09:00:00+08:00");
        TEST.lose(insurer, 2, 4, Optional.empty());
        assertThat(lists.next(insurer.code())).isEqualTo(new BlockLists.ChainPosition(5, Optional.empty()));

        TEST.lose(insurer, 5, 5, Optional.of(TestLists.hash(1)));
        assertThat(lists.next(insurer.code()))
                .isEqualTo(new BlockLists.ChainPosition(6, Optional.of(TestLists.hash(1))));
    }

    @Test
    void theLastFullListIsNoDelta() {
        TEST.record(insurer, ListKind.FULL, "2012-09-21T09:00:00+08:00");
        TEST.record(insurer, ListKind.FULL, "2012-09-22T09:00:00+08:00");
        TEST.record(insurer, ListKind.DELTA, "2012-09-23T09:00:00+08:00");

        assertThat(lists.lastFullAsOf(insurer.code())).contains(TestLists.instant("2012-09-22T09:00:00+08:00"));
    }

    @Test
    void lostSequencesAreARange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SequenceGap(insurer.code(), 0, 1, Optional.empty(), 1))
                .withMessageContaining("0 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SequenceGap(insurer.code(), 3, 2, Optional.empty(), 1))
                .withMessageContaining("3 to 2");
        assertThat(new SequenceGap(insurer.code(), 1, 1, Optional.empty(), 1).last())
                .isEqualTo(1);
    }

    private static List<Integer> sequences(List<SealedList> lists) {
        return lists.stream().map(list -> list.manifest().sequence()).toList();
    }
}
