package jinbo.registry.blocklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.format.Ack;
import jinbo.exchange.format.ListKind;
import jinbo.exchange.format.Resync;
import jinbo.participant.insurer.Insurer;
import jinbo.reference.business.LineCode;
import jinbo.testing.TestLines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class FullListPolicyIT {

    private static final TestLists TEST = new TestLists();
    private static final String SEPTEMBER = "2012-09-21T09:00:00+08:00";
    private static final List<LineCode> LINES = List.copyOf(TestLines.LIFE);

    private final Insurer insurer = TEST.join();

    @AfterAll
    static void close() {
        TEST.close();
    }

    @Test
    void theFirstListIsWhole() {
        assertThat(reason(SEPTEMBER)).contains(FullListPolicy.Reason.FIRST);
    }

    @Test
    void withinTheMonthWhatHasChangedIsEnough() {
        TEST.record(insurer, ListKind.FULL, SEPTEMBER);

        assertThat(reason("2012-09-30T23:59:59.999+08:00")).isEmpty();
    }

    @Test
    void theFirstListOfAMonthIsWholeByBeijingsCalendar() {
        TEST.record(insurer, ListKind.FULL, SEPTEMBER);
        TEST.record(insurer, ListKind.DELTA, "2012-09-30T12:00:00+08:00");

        assertThat(reason("2012-09-30T16:00:00Z")).contains(FullListPolicy.Reason.MONTHLY);
        assertThat(reason("2013-09-21T09:00:00+08:00")).contains(FullListPolicy.Reason.MONTHLY);
    }

    @Test
    void aDeltaOfTheMonthIsNoWholeList() {
        TEST.record(insurer, ListKind.FULL, "2012-09-30T15:59:59Z");
        TEST.record(insurer, ListKind.DELTA, "2012-09-30T16:00:00Z");

        assertThat(reason("2012-10-02T09:00:00+08:00")).contains(FullListPolicy.Reason.MONTHLY);
    }

    @Test
    void afterALossTheChainBeginsAnew() {
        TEST.record(insurer, ListKind.FULL, SEPTEMBER);
        TEST.lose(insurer, 2, 3, Optional.of(TestLists.hash(7)));

        assertThat(reason(SEPTEMBER)).contains(FullListPolicy.Reason.BEGINS_ANEW);
    }

    @Test
    void aRequestStandsUntilAWholeListThatFollowsIt() {
        TEST.record(insurer, ListKind.FULL, SEPTEMBER);
        TEST.record(insurer, ListKind.DELTA, SEPTEMBER);
        askForAll();
        assertThat(reason(SEPTEMBER)).contains(FullListPolicy.Reason.RESYNC);

        TEST.record(insurer, ListKind.DELTA, SEPTEMBER);
        assertThat(reason(SEPTEMBER)).contains(FullListPolicy.Reason.RESYNC);

        TEST.record(insurer, ListKind.FULL, SEPTEMBER);
        assertThat(reason(SEPTEMBER)).isEmpty();
    }

    @Test
    void aRequestForWhatHasJustComeIsAnsweredAllTheSame() {
        TEST.record(insurer, ListKind.FULL, SEPTEMBER);

        askForAll();

        assertThat(reason(SEPTEMBER)).contains(FullListPolicy.Reason.RESYNC);
        assertThat(TEST.bean(FullListPolicy.class).reason(TEST.join().code(), LINES, TestLists.instant(SEPTEMBER)))
                .contains(FullListPolicy.Reason.FIRST);
    }

    @Test
    void whoHoldsAnotherListGetsTheWholeUntilItAgreesOrHasIt() {
        TEST.record(insurer, ListKind.FULL, SEPTEMBER);
        TEST.record(insurer, ListKind.DELTA, SEPTEMBER);
        acknowledge(2, 5);
        assertThat(reason(SEPTEMBER)).contains(FullListPolicy.Reason.LIST_DIFFERS);

        acknowledge(2, 0);
        assertThat(reason(SEPTEMBER)).isEmpty();

        acknowledge(2, 5);
        TEST.record(insurer, ListKind.FULL, SEPTEMBER);
        assertThat(reason(SEPTEMBER)).isEmpty();
    }

    @Test
    void whoSellsOtherLinesThanTheListBeforeToldOfGetsTheWhole() {
        TEST.record(insurer, ListKind.FULL, SEPTEMBER);
        Instant next = TestLists.instant(SEPTEMBER);

        assertThat(TEST.bean(FullListPolicy.class)
                        .reason(insurer.code(), List.copyOf(TestLines.of("LIFE", "MOTOR")), next))
                .contains(FullListPolicy.Reason.LINES_CHANGED);
        assertThat(TEST.bean(FullListPolicy.class).reason(insurer.code(), List.copyOf(TestLines.MOTOR), next))
                .contains(FullListPolicy.Reason.LINES_CHANGED);
    }

    private Optional<FullListPolicy.Reason> reason(String asOf) {
        return TEST.bean(FullListPolicy.class).reason(insurer.code(), LINES, TestLists.instant(asOf));
    }

    private void askForAll() {
        TEST.bean(ResyncRequests.class)
                .record(
                        TEST.inboundFile(insurer),
                        new Resync(insurer.code(), TEST.clock().instant(), "we lost it"),
                        TEST.clock().instant());
    }

    private void acknowledge(int sequence, long entries) {
        TEST.deliver(insurer, sequence);
        TEST.bean(RecordAcknowledgement.class)
                .record(
                        TEST.inboundFile(insurer),
                        new Ack(insurer.code(), sequence, TEST.clock().instant(), entries, TestLists.EMPTY, List.of()),
                        TEST.clock().instant());
    }
}
