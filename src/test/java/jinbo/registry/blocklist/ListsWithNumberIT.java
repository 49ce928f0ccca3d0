package jinbo.registry.blocklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.format.ListKind;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.business.LineCode;
import jinbo.registry.BlockRevisionRange;
import jinbo.registry.Interval;
import jinbo.registry.blocklist.ListsWithNumber.ListWithNumber;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListsWithNumberIT {

    private static final TestLists TEST = new TestLists();
    private static final Interval BLOCK = block("2012-10-09", "2012-10-12");

    private final Insurer insurer = TEST.join();

    /** Of revisions 3, 5 and 5, the last at the last instant before the block is over in Beijing. */
    @BeforeEach
    void recordThreeLists() {
        TEST.record(insurer, ListKind.FULL, "2012-10-01T09:00:00+08:00", 3, 1, TestLists.EMPTY);
        TEST.record(insurer, ListKind.DELTA, "2012-10-05T09:00:00+08:00", 5, 1, TestLists.EMPTY);
        TEST.record(insurer, ListKind.DELTA, "2012-10-11T15:59:59.999Z", 5, 1, TestLists.EMPTY);
        TEST.deliver(insurer, 2);
    }

    @AfterAll
    static void close() {
        TEST.close();
    }

    @Test
    void theNewestComesFirstWithWhatItSaid() {
        List<ListWithNumber> lists = newest(3, Long.MAX_VALUE, BLOCK, 10);

        assertThat(lists).extracting(list -> list.name().sequence()).containsExactly(3, 2, 1);
        assertThat(lists.get(1))
                .isEqualTo(new ListWithNumber(
                        lists.get(1).name(),
                        5,
                        TestLists.instant("2012-10-05T09:00:00+08:00"),
                        TestLists.hash(2),
                        Optional.of(new LineCode("LIFE")),
                        BLOCK,
                        42,
                        Optional.of(TEST.clock().instant())));
        assertThat(lists.get(0).deliveredAt()).isEmpty();
        assertThat(lists.get(0).name().kind()).isEqualTo(ListKind.DELTA);
    }

    @Test
    void noMoreThanAskedForAreTold() {
        assertThat(newest(3, Long.MAX_VALUE, BLOCK, 1)).hasSize(1);
    }

    @Test
    void aListShowsTheRegistryAtItsRevision() {
        assertThat(newest(4, Long.MAX_VALUE, BLOCK, 10)).hasSize(2);
        assertThat(newest(3, 5, BLOCK, 10)).hasSize(1);
        assertThat(newest(6, Long.MAX_VALUE, BLOCK, 10)).isEmpty();
    }

    @Test
    void noListHoldsABlockThatIsOverOrHasNoDay() {
        assertThat(newest(3, Long.MAX_VALUE, block("2012-10-01", "2012-10-11"), 10))
                .extracting(list -> list.name().sequence())
                .containsExactly(2, 1);
        assertThat(newest(3, Long.MAX_VALUE, block("2012-10-20", "2012-10-20"), 10))
                .isEmpty();
    }

    @Test
    void aTimeCanBeAskedFor() {
        Instant second = TestLists.instant("2012-10-05T09:00:00+08:00");

        assertThat(between(Optional.of(second), Optional.empty())).containsExactly(3, 2);
        assertThat(between(Optional.empty(), Optional.of(second))).containsExactly(1);
        assertThat(between(Optional.of(second), Optional.of(second.plusMillis(1))))
                .containsExactly(2);
    }

    @Test
    void aListIsToldForTheLinesThatItTellsOf() {
        assertThat(newest(List.of(in("LIFE", "2012-09-21"), in("MOTOR", "2012-09-21"))))
                .extracting(list -> list.line().orElseThrow().value())
                .containsExactly("LIFE", "LIFE", "LIFE");
    }

    @Test
    void aListOfBeforeThereWereLinesIsToldOnceAndWithoutALine() {
        nameNoLines();

        assertThat(newest(List.of(in("MOTOR", "2012-09-21"), in("PROPERTY", "2012-09-21"))))
                .hasSize(3)
                .allSatisfy(list -> assertThat(list.line()).isEmpty());
    }

    @Test
    void aListOfBeforeThereWereLinesHeldNothingOfALineThatWasNotSoldYet() {
        nameNoLines();

        assertThat(newest(List.of(in("MOTOR", "2012-10-05"))))
                .extracting(list -> list.name().sequence())
                .containsExactly(3, 2);
        assertThat(newest(List.of(in("MOTOR", "2012-10-12")))).isEmpty();
    }

    private void nameNoLines() {
        TEST.sql()
                .sql("update block_list set business_lines = null, entries_by_line = null where insurer = ?")
                .param(insurer.code().value())
                .update();
    }

    private BlockRevisionRange in(String line, String since) {
        LineParticipation life = insurer.lines().get(0);
        BusinessLine sold = new BusinessLine(
                new LineCode(line), (short) 1, line, line, life.line().since(), Optional.empty());
        LineParticipation participation = new LineParticipation(
                insurer.code(),
                sold,
                life.scope(),
                List.of(new LineParticipation.Period(LocalDate.parse(since), Optional.empty())));
        return new BlockRevisionRange(participation, 3, Long.MAX_VALUE, BLOCK);
    }

    private static List<ListWithNumber> newest(List<BlockRevisionRange> ranges) {
        return TEST.bean(ListsWithNumber.class).newest(ranges, Optional.empty(), Optional.empty(), 10);
    }

    private List<Integer> between(Optional<Instant> from, Optional<Instant> until) {
        return TEST
                .bean(ListsWithNumber.class)
                .newest(
                        List.of(new BlockRevisionRange(insurer.lines().get(0), 3, Long.MAX_VALUE, BLOCK)),
                        from,
                        until,
                        10)
                .stream()
                .map(list -> list.name().sequence())
                .toList();
    }

    private List<ListWithNumber> newest(long from, long until, Interval block, int most) {
        return TEST.bean(ListsWithNumber.class)
                .newest(
                        List.of(new BlockRevisionRange(insurer.lines().get(0), from, until, block)),
                        Optional.empty(),
                        Optional.empty(),
                        most);
    }

    private static Interval block(String from, String until) {
        return new Interval(LocalDate.parse(from), LocalDate.parse(until));
    }
}
