package jinbo.registry.blocklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.exchange.format.Ack;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.ListKind;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.SalesUnit;
import jinbo.participant.insurer.SalesUnits;
import jinbo.participant.insurer.UnitCode;
import jinbo.registry.blocklist.Acknowledgements.Acknowledgement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordAcknowledgementIT {

    private static final TestLists TEST = new TestLists();
    private static final String AS_OF = "2012-09-21T09:00:00+08:00";
    private static final String DIGEST = TestLists.hash(9);

    private final Insurer insurer = TEST.join();
    private final Acknowledgements acknowledgements = TEST.bean(Acknowledgements.class);

    @BeforeEach
    void deliverTwoLists() {
        TEST.record(insurer, ListKind.FULL, AS_OF, 1, 17, TestLists.hash(1));
        TEST.record(insurer, ListKind.DELTA, AS_OF, 2, 18, DIGEST);
        TEST.deliver(insurer, 1);
        TEST.deliver(insurer, 2);
        Stream.of("BRANCH", "AGENCY").forEach(this::open);
    }

    @AfterAll
    static void close() {
        TEST.close();
    }

    @Test
    void whoHoldsTheListOfTheAssociationAgrees() {
        assertThat(take(2, AS_OF, 18, DIGEST, "BRANCH")).isEmpty();

        assertThat(acknowledgements.newest(insurer.code()))
                .contains(new Acknowledgement(
                        2, TestLists.instant(AS_OF), TEST.clock().instant(), true, List.of(new UnitCode("BRANCH"))));
    }

    @Test
    void otherEntriesOrAnotherDigestDifferAndAreRecorded() {
        assertThat(take(2, AS_OF, 17, DIGEST)).hasValueSatisfying(finding -> {
            assertThat(finding.code()).isEqualTo(FindingCode.LIST_DIFFERS);
            assertThat(finding.detail()).contains("17").contains("18");
        });
        assertThat(acknowledgements.newest(insurer.code()))
                .map(Acknowledgement::agrees)
                .contains(false);

        assertThat(code(take(2, AS_OF, 18, TestLists.hash(8)))).contains(FindingCode.LIST_DIFFERS);
    }

    @Test
    void theFirstWordThatAgreesIsFound() {
        assertThat(acknowledgements.firstAgreeing(insurer.code(), 1)).isEmpty();
        take(1, AS_OF, 16, TestLists.hash(1));
        take(2, AS_OF, 18, DIGEST, "BRANCH");
        take(2, AS_OF, 18, DIGEST, "AGENCY");

        assertThat(acknowledgements.firstAgreeing(insurer.code(), 1)).hasValueSatisfying(first -> {
            assertThat(first.acknowledgement().units()).containsExactly(new UnitCode("BRANCH"));
            assertThat(first.acknowledgement().sequence()).isEqualTo(2);
        });
        assertThat(acknowledgements.firstAgreeing(insurer.code(), 3)).isEmpty();
    }

    @Test
    void aListThatWasNotDeliveredCannotBeApplied() {
        TEST.record(insurer, ListKind.DELTA, AS_OF, 3, 18, DIGEST);

        assertThat(code(take(3, AS_OF, 18, DIGEST))).contains(FindingCode.LIST_UNKNOWN);
        assertThat(take(4, AS_OF, 18, DIGEST))
                .hasValueSatisfying(finding -> assertThat(finding.detail()).contains("list 4"));
        assertThat(acknowledgements.newest(insurer.code())).isEmpty();
    }

    @Test
    void aListWhoseManifestIsNotRecordedAsDeliveredMayHaveBeenApplied() {
        TEST.record(insurer, ListKind.DELTA, AS_OF, 3, 18, DIGEST);
        TEST.lists().recordListDelivery(insurer.code(), 3, TEST.clock().instant());

        assertThat(take(3, AS_OF, 18, DIGEST)).isEmpty();
    }

    @Test
    void noListIsAppliedBeforeItsMomentButClocksDiffer() {
        assertThat(code(take(2, "2012-09-21T08:54:59.999+08:00", 18, DIGEST))).contains(FindingCode.CONTENT_INVALID);
        assertThat(acknowledgements.newest(insurer.code())).isEmpty();

        assertThat(take(2, "2012-09-21T08:55:00+08:00", 18, DIGEST)).isEmpty();
    }

    @Test
    void aUnitThatIsNotRegisteredOrIsClosedIsUnknown() {
        TEST.bean(SalesUnits.class)
                .close(insurer.code(), new UnitCode("AGENCY"), TEST.clock().instant());

        assertThat(take(2, AS_OF, 18, DIGEST, "BRANCH", "NOBODY")).hasValueSatisfying(finding -> {
            assertThat(finding.code()).isEqualTo(FindingCode.UNIT_UNKNOWN);
            assertThat(finding.detail()).contains("NOBODY");
        });
        assertThat(code(take(2, AS_OF, 18, DIGEST, "AGENCY"))).contains(FindingCode.UNIT_UNKNOWN);
        assertThat(acknowledgements.newest(insurer.code())).isEmpty();
    }

    @Test
    void theNewestWordIsTheLastOnTheHighestSequence() {
        take(2, AS_OF, 1, DIGEST);
        take(2, AS_OF, 18, DIGEST);
        take(1, AS_OF, 1, DIGEST);

        assertThat(acknowledgements.newest(insurer.code())).hasValueSatisfying(newest -> {
            assertThat(newest.sequence()).isEqualTo(2);
            assertThat(newest.agrees()).isTrue();
        });
        assertThat(acknowledgements.newest(TEST.join().code())).isEmpty();
    }

    @Test
    void eachUnitHasTheNewestWordThatNamesIt() {
        take(1, AS_OF, 17, TestLists.hash(1), "BRANCH", "AGENCY");
        take(2, AS_OF, 18, DIGEST, "BRANCH");
        take(2, AS_OF, 18, DIGEST);

        assertThat(acknowledgements.newestByUnit(insurer.code()))
                .hasSize(2)
                .hasEntrySatisfying(
                        new UnitCode("BRANCH"),
                        acknowledgement ->
                                assertThat(acknowledgement.sequence()).isEqualTo(2))
                .hasEntrySatisfying(new UnitCode("AGENCY"), acknowledgement -> {
                    assertThat(acknowledgement.sequence()).isEqualTo(1);
                    assertThat(acknowledgement.units()).containsExactly(new UnitCode("AGENCY"), new UnitCode("BRANCH"));
                });
    }

    @Test
    void anInsurerHasAListSinceItsFirstWordOnItOrOnALaterOne() {
        assertThat(acknowledgements.firstOf(insurer.code(), 1)).isEmpty();
        take(2, AS_OF, 18, DIGEST);
        take(1, AS_OF, 17, TestLists.hash(1));

        assertThat(acknowledgements.firstOf(insurer.code(), 1))
                .map(Acknowledgement::sequence)
                .contains(2);
        assertThat(acknowledgements.firstOf(insurer.code(), 3)).isEmpty();
    }

    @Test
    void eachUnitHasAListSinceTheFirstWordThatNamesItOnThatOrALaterOne() {
        take(1, AS_OF, 17, TestLists.hash(1), "BRANCH", "AGENCY");
        take(2, AS_OF, 18, DIGEST, "BRANCH");
        take(2, AS_OF, 17, DIGEST, "BRANCH");

        assertThat(acknowledgements.firstByUnit(insurer.code(), 1))
                .hasSize(2)
                .hasEntrySatisfying(
                        new UnitCode("BRANCH"),
                        acknowledgement ->
                                assertThat(acknowledgement.sequence()).isEqualTo(1));
        assertThat(acknowledgements.firstByUnit(insurer.code(), 2))
                .hasSize(1)
                .hasEntrySatisfying(
                        new UnitCode("BRANCH"),
                        acknowledgement -> assertThat(acknowledgement.agrees()).isTrue());
        assertThat(acknowledgements.firstByUnit(insurer.code(), 3)).isEmpty();
    }

    private Optional<RecordAcknowledgement.AcknowledgementFinding> take(
            int sequence, String appliedAt, long entries, String digest, String... units) {
        Instant at = TestLists.instant(appliedAt);
        List<UnitCode> codes = Stream.of(units).map(UnitCode::new).toList();
        return TEST.bean(RecordAcknowledgement.class)
                .record(
                        TEST.inboundFile(insurer),
                        new Ack(insurer.code(), sequence, at, entries, digest, codes),
                        TEST.clock().instant());
    }

    private static Optional<FindingCode> code(Optional<RecordAcknowledgement.AcknowledgementFinding> finding) {
        return finding.map(RecordAcknowledgement.AcknowledgementFinding::code);
    }

    private void open(String unit) {
        TEST.bean(SalesUnits.class)
                .add(new SalesUnit(
                        insurer.code(),
                        new UnitCode(unit),
                        "Unit " + unit,
                        SalesUnit.Kind.values()[0],
                        Optional.empty(),
                        TEST.clock().instant(),
                        Optional.empty()));
    }
}
