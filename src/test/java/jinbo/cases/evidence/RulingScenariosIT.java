package jinbo.cases.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.cases.CallPurpose;
import jinbo.cases.CaseAnswer;
import jinbo.cases.CaseFixture;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseRuling;
import jinbo.cases.ChangeComplaint;
import jinbo.cases.DisputeReason;
import jinbo.cases.Exemption;
import jinbo.cases.ViolationGround;
import jinbo.cases.evidence.Evidence.Proposal.WhyNothing;
import jinbo.participant.insurer.EndParticipation;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerLine;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.ServiceNumber;
import jinbo.reference.business.LineCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What is fair to consumer and insurer, story by story. The consumer says on Monday, 2 March 2026, that YUNHE is not to call; seven
 * working days of grace end on Wednesday, 11 March, so that the block begins on the 12th. Whoever has a list has three working days
 * to apply it.
 */
class RulingScenariosIT {

    private static final String MONDAY = "2026-03-02T10:00";
    private static final LineCode MOTOR = new LineCode("MOTOR");
    private static final LineCode PROPERTY = new LineCode("PROPERTY");
    private static final Evidence.Proposal VIOLATION = Evidence.Proposal.violation(ViolationGround.BLOCK);
    private static final Evidence.Proposal GRACE = Evidence.Proposal.of(CaseRuling.GRACE);
    private static final Evidence.Proposal NOT_BLOCKED = Evidence.Proposal.of(CaseRuling.NOT_BLOCKED);
    private static final Evidence.Proposal NOT_TOLD_IN_TIME = Evidence.Proposal.of(CaseRuling.NOT_TOLD_IN_TIME);
    private static final Evidence.Proposal SERVICE_CALL = Evidence.Proposal.of(CaseRuling.SERVICE_CALL);
    private static final Evidence.Proposal FILED_TWICE = Evidence.Proposal.of(CaseRuling.FILED_TWICE);
    private static final Evidence.Proposal NOT_ITS_CALL = Evidence.Proposal.of(CaseRuling.NOT_ITS_CALL);

    private final CaseFixture stage = new CaseFixture();
    private final InsurerCode yunhe = stage.join("YUNHE");
    private final InsurerCode changqing = stage.join("CHANGQING");

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aListThatTheAssociationDeliversLateIsNeverHeldAgainstTheInsurer() {
        stage.at(MONDAY).chooses(yunhe);
        stage.seal();
        stage.at("2026-03-12T08:00").deliver();

        assertThat(ofCallAt("2026-03-12T10:00")).isEqualTo(NOT_TOLD_IN_TIME);
        assertThat(ofCallAt("2026-03-17T20:00"))
                .as("the third working day after the delivery")
                .isEqualTo(NOT_TOLD_IN_TIME);
        assertThat(ofCallAt("2026-03-18T10:00")).as("now it has had its days").isEqualTo(VIOLATION);
    }

    @Test
    void aListThatTheAssociationNeverMadeIsNeverHeldAgainstTheInsurer() {
        stage.publish();
        stage.at(MONDAY).chooses(yunhe);

        assertThat(ofCallAt("2026-04-20T10:00")).isEqualTo(NOT_TOLD_IN_TIME);
    }

    @Test
    void aListThatIsDeliveredInTimeAndAppliedLateIsTheInsurersOwnFault() {
        stage.at(MONDAY).chooses(yunhe);
        stage.at("2026-03-03T08:00").publish();
        stage.at("2026-03-20T08:00").acknowledges(yunhe);

        assertThat(ofCallAt("2026-03-12T10:00")).isEqualTo(VIOLATION);
    }

    @Test
    void anAcknowledgedListCountsBeforeTheDaysForApplyingItAreOver() {
        stage.at(MONDAY).chooses(yunhe);
        stage.at("2026-03-12T08:00").publish();
        stage.at("2026-03-12T09:30").acknowledges(yunhe);

        assertThat(ofCallAt("2026-03-12T09:10")).as("before").isEqualTo(NOT_TOLD_IN_TIME);
        assertThat(ofCallAt("2026-03-12T10:00")).as("after").isEqualTo(VIOLATION);
    }

    @Test
    void anAcknowledgementOfSomethingElseDoesNot() {
        stage.at(MONDAY).chooses(yunhe);
        stage.at("2026-03-12T08:00").publish();
        stage.at("2026-03-12T09:30").acknowledgesSomethingElse(yunhe);

        assertThat(ofCallAt("2026-03-12T10:00")).isEqualTo(NOT_TOLD_IN_TIME);
    }

    @Test
    void aCallWithinTheGraceDaysIsGrace() {
        stage.at(MONDAY).chooses(yunhe);
        stage.at("2026-03-03T08:00").publish();
        stage.acknowledges(yunhe);

        assertThat(ofCallAt("2026-03-02T12:00")).isEqualTo(GRACE);
        assertThat(ofCallAt("2026-03-11T20:00")).as("the last day of grace").isEqualTo(GRACE);
        assertThat(ofCallAt("2026-03-12T10:00")).isEqualTo(VIOLATION);
    }

    @Test
    void aCallBeforeTheConsumerSaidAnythingWasNotBlocked() {
        stage.at(MONDAY).chooses(yunhe);
        stage.publish();

        assertThat(ofCallAt("2026-03-02T09:40")).isEqualTo(NOT_BLOCKED);
    }

    @Test
    void aBlockThatWasCancelledAndMadeAgainCountsAsItStoodAtTheCall() {
        stage.at(MONDAY).chooses(yunhe);
        stage.publish();
        stage.at("2026-04-08T10:00").cancels();
        stage.publish();
        stage.at("2026-04-20T10:00").chooses(yunhe);
        stage.publish();

        assertThat(ofCallAt("2026-04-07T10:00")).as("under the first").isEqualTo(VIOLATION);
        assertThat(ofCallAt("2026-04-15T10:00")).as("in the gap").isEqualTo(NOT_BLOCKED);
        assertThat(ofCallAt("2026-04-22T10:00")).as("in the new grace").isEqualTo(GRACE);
        assertThat(ofCallAt("2026-05-20T10:00")).as("under the second").isEqualTo(VIOLATION);
    }

    @Test
    void whatWasToldBeforeACancellationDoesNotCountAsTellingOfTheNextBlock() {
        stage.at(MONDAY).chooses(yunhe);
        stage.publish();
        stage.acknowledges(yunhe);
        stage.at("2026-04-08T10:00").cancels();
        stage.publish();
        stage.at("2026-04-20T10:00").chooses(yunhe);

        assertThat(ofCallAt("2026-05-20T10:00")).isEqualTo(NOT_TOLD_IN_TIME);
    }

    @Test
    void anExemptionThatBeganAfterTheCallDoesNotAllowIt() {
        assertThat(withExemption("2026-04-02", "2027-04-01", true, true)).isEqualTo(VIOLATION);
    }

    @Test
    void anExemptionThatHadEndedBeforeTheCallDoesNotAllowIt() {
        assertThat(withExemption("2025-04-01", "2026-03-31", true, true)).isEqualTo(VIOLATION);
    }

    @Test
    void anExemptionThatHoldsMakesItAServiceCall() {
        assertThat(withExemption("2026-04-01", "2026-04-01", true, true)).isEqualTo(SERVICE_CALL);
    }

    @Test
    void aPolicyThatWasNotSoldByTelephoneAllowsNoCall() {
        assertThat(withExemption("2025-04-01", "2027-03-31", false, true)).isEqualTo(VIOLATION);
    }

    @Test
    void aCallThatDidNotServeThePolicyIsNotAllowedByIt() {
        assertThat(withExemption("2025-04-01", "2027-03-31", true, false)).isEqualTo(VIOLATION);
    }

    @Test
    void whatTheConsumerCallsServiceIsAServiceCall() {
        blockedAndTold();
        stage.at("2026-04-01T12:00");

        assertThat(weighed(
                        stage.complains(Optional.of(yunhe), "2026-04-01T10:00", CallPurpose.SERVICE, Optional.empty())))
                .isEqualTo(SERVICE_CALL);
    }

    @Test
    void aComplaintThatWasTakenBackBeforeTheCallBlocksNothing() {
        stage.at(MONDAY);
        long upload = stage.uploads(yunhe);
        stage.publish();
        stage.at("2026-03-25T10:00").takesBack(yunhe, upload);

        assertThat(ofCallAt("2026-03-25T09:10")).as("before").isEqualTo(VIOLATION);
        assertThat(ofCallAt("2026-03-25T11:00")).as("after").isEqualTo(NOT_BLOCKED);
    }

    @Test
    void aCallFromANumberThatIsNotTheInsurersIsNotItsCallIfItSaysSo() {
        blockedAndTold();

        assertThat(disownedCallFrom(Optional.of("010-8888 6666"))).isEqualTo(NOT_ITS_CALL);
    }

    @Test
    void aCallFromAHiddenNumberIsNotItsCallIfItSaysSo() {
        blockedAndTold();

        assertThat(disownedCallFrom(Optional.empty())).isEqualTo(NOT_ITS_CALL);
    }

    @Test
    void aCallFromItsOwnServiceNumberIsItsCallWhateverItSays() {
        blockedAndTold();
        stage.bean(Insurers.class).describe(yunhe, new ServiceNumber("95519"));

        assertThat(disownedCallFrom(Optional.of("95519"))).isEqualTo(VIOLATION);
    }

    @Test
    void whoSaysThatNoListCameIsBelievedByItsOwnAcknowledgementFirst() {
        blockedAndTold();
        stage.acknowledges(yunhe);

        assertThat(disputed(DisputeReason.LIST_NOT_RECEIVED)).isEqualTo(VIOLATION);
    }

    @Test
    void whatTheInsurerCallsNoSalesCallIsForPeopleToDecide() {
        blockedAndTold();

        assertThat(disputed(DisputeReason.NOT_A_SALES_CALL)).isEqualTo(VIOLATION);
    }

    @Test
    void anInsurerAnswersForASalesUnitThatItHasNotGivenTheList() {
        stage.opens(yunhe, "BRANCH");
        stage.opens(yunhe, "AGENCY");
        blockedAndTold();
        stage.acknowledges(yunhe, "BRANCH");
        stage.at("2026-04-01T12:00");
        CaseNumber number = stage.complains(yunhe, "2026-04-01T10:00");
        stage.isKnown(number, yunhe, Optional.of("AGENCY"));

        assertThat(weighed(number)).isEqualTo(VIOLATION);
    }

    @Test
    void aCallThatIsToldAgainADayLaterIsFiledTwice() {
        blockedAndTold();
        stage.at("2026-04-01T12:00");
        CaseNumber first = stage.complains(yunhe, "2026-04-01T10:00");
        stage.at("2026-04-02T12:30");
        CaseNumber second = stage.complains(yunhe, "2026-04-01T10:00");

        assertThat(weighed(first)).isEqualTo(VIOLATION);
        assertThat(weighed(second)).isEqualTo(FILED_TWICE);
    }

    @Test
    void aCallThatIsToldAgainTwoMinutesApartIsFiledTwice() {
        blockedAndTold();
        stage.at("2026-04-01T12:00");
        CaseNumber first = stage.complains(yunhe, "2026-04-01T10:00");
        CaseNumber second = stage.complains(yunhe, "2026-04-01T10:02");
        CaseNumber another = stage.complains(yunhe, "2026-04-01T11:00");

        assertThat(weighed(first)).isEqualTo(VIOLATION);
        assertThat(weighed(second)).isEqualTo(FILED_TWICE);
        assertThat(weighed(another)).as("an hour later they called again").isEqualTo(VIOLATION);
    }

    @Test
    void aCallWhoseInsurerIsFoundOutLateIsFiledTwiceOnceTheOtherCaseAboutItIsUpheld() {
        blockedAndTold();
        stage.at("2026-04-01T12:00");
        CaseNumber unknown = stage.complains(Optional.empty(), "2026-04-01T10:00", CallPurpose.SALES, Optional.empty());
        CaseNumber named = stage.complains(yunhe, "2026-04-01T10:02");
        assertThat(weighed(named)).isEqualTo(VIOLATION);
        stage.asks(named);
        stage.at("2026-04-20T12:00").decides(named, CaseRuling.VIOLATION);

        stage.assigns(unknown, yunhe);

        assertThat(weighed(unknown)).isEqualTo(FILED_TWICE);
        assertThat(weighed(named)).as("also if it is contested").isEqualTo(VIOLATION);
        stage.decides(unknown, CaseRuling.FILED_TWICE);
        assertThat(List.of(weighed(unknown), weighed(named))).containsExactly(FILED_TWICE, VIOLATION);
    }

    @Test
    void ofTwoCasesAboutOneCallTheOneCountsOfWhichTheInsurerWasAskedFirst() {
        blockedAndTold();
        stage.at("2026-04-01T12:00");
        CaseNumber unknown = stage.complains(Optional.empty(), "2026-04-01T10:00", CallPurpose.SALES, Optional.empty());
        CaseNumber named = stage.complains(yunhe, "2026-04-01T10:02");
        stage.asks(named);
        stage.at("2026-04-02T12:00").assigns(unknown, yunhe);
        stage.asks(unknown);

        assertThat(List.of(weighed(unknown), weighed(named))).containsExactly(FILED_TWICE, VIOLATION);
    }

    @Test
    void whatWasWithdrawnMakesNothingElseFiledTwice() {
        blockedAndTold();
        stage.at("2026-04-01T12:00");
        CaseNumber first = stage.complains(yunhe, "2026-04-01T10:00");
        assertThat(stage.bean(ChangeComplaint.class).withdraw(first, Actor.consumer()))
                .isTrue();
        CaseNumber second = stage.complains(yunhe, "2026-04-01T10:02");

        assertThat(weighed(second)).isEqualTo(VIOLATION);
    }

    @Test
    void whatIsItselfFiledTwiceMakesNothingElseSo() {
        blockedAndTold();
        stage.at("2026-04-01T12:00");
        CaseNumber first = stage.complains(yunhe, "2026-04-01T10:00");
        CaseNumber second = stage.complains(yunhe, "2026-04-01T10:02");
        stage.decides(first, CaseRuling.FILED_TWICE);

        assertThat(weighed(second)).isEqualTo(VIOLATION);
    }

    @Test
    void aCallOfAnotherInsurerAtTheSameTimeIsAnotherCall() {
        stage.at(MONDAY).chooses(yunhe, changqing);
        stage.publish();
        stage.at("2026-04-01T12:00");
        stage.complains(yunhe, "2026-04-01T10:00");

        assertThat(weighed(stage.complains(changqing, "2026-04-01T10:02"))).isEqualTo(VIOLATION);
    }

    @Test
    void aClockThatDiffersIsNoReasonToAccuseAnybodyAtTheBeginningOfABlock() {
        blockedAndTold();

        assertThat(ofCallOtherThanSalesAt("2026-03-12T00:02")).isEqualTo(GRACE);
        assertThat(ofCallOtherThanSalesAt("2026-03-12T00:20")).isEqualTo(VIOLATION);
    }

    @Test
    void aClockThatDiffersIsNoReasonToAccuseAnybodyAtTheEndOfABlock() {
        blockedAndTold();
        stage.at("2028-02-01T08:00").publish();

        assertThat(ofCallOtherThanSalesAt("2028-03-11T23:40")).isEqualTo(VIOLATION);
        assertThat(ofCallOtherThanSalesAt("2028-03-11T23:58")).isEqualTo(NOT_BLOCKED);
    }

    @Test
    void aSalesCallAtNightBreaksTheRulesWithoutAnyBlock() {
        assertThat(ofCallAt("2026-04-01T22:30")).isEqualTo(Evidence.Proposal.violation(ViolationGround.HOURS));
        assertThat(ofCallAt("2026-04-02T07:30")).isEqualTo(Evidence.Proposal.violation(ViolationGround.HOURS));
        assertThat(ofCallOtherThanSalesAt("2026-04-02T22:30"))
                .as("only sales calls have hours")
                .isEqualTo(NOT_BLOCKED);
    }

    @Test
    void aSalesCallAtNightInSpiteOfABlockBreaksBothRules() {
        blockedAndTold();

        assertThat(ofCallAt("2026-04-01T22:30"))
                .isEqualTo(Evidence.Proposal.violation(ViolationGround.BLOCK, ViolationGround.HOURS));
    }

    @Test
    void aClockThatDiffersIsNoReasonToCallItNight() {
        assertThat(ofCallAt("2026-04-01T20:58")).as("not night").isEqualTo(NOT_BLOCKED);
        assertThat(ofCallAt("2026-04-02T21:03")).as("perhaps night").isEqualTo(NOT_BLOCKED);
        assertThat(ofCallAt("2026-04-03T08:58")).as("perhaps morning").isEqualTo(NOT_BLOCKED);
        assertThat(ofCallAt("2026-04-04T21:06"))
                .as("night")
                .isEqualTo(Evidence.Proposal.violation(ViolationGround.HOURS));
        assertThat(ofCallAt("2026-04-05T08:54"))
                .as("night")
                .isEqualTo(Evidence.Proposal.violation(ViolationGround.HOURS));
    }

    @Test
    void aLapseOfOnesOwnAgreementRelievesNobody() {
        stage.bean(EndParticipation.class).lapse(yunhe, LocalDate.of(2026, 3, 1), "not paid", stage.now());
        stage.at(MONDAY).chooses(yunhe);
        stage.at("2026-03-03T08:00").publish();

        assertThat(ofCallAt("2026-03-12T10:00")).isEqualTo(VIOLATION);
    }

    @Test
    void aLapseThatEndedRelievesNobodyOfWhatWasWithheldUntilThen() {
        stage.bean(EndParticipation.class).lapse(yunhe, LocalDate.of(2026, 3, 1), "not paid", stage.now());
        stage.at(MONDAY).chooses(yunhe);
        stage.at("2026-03-03T08:00").publish();
        stage.at("2026-03-12T07:00")
                .bean(Insurers.class)
                .agree(yunhe, LocalDate.of(2026, 3, 12), LocalDate.of(2026, 3, 12), stage.now());
        stage.at("2026-03-12T08:00").publish();

        assertThat(ofCallAt("2026-03-12T10:00")).isEqualTo(VIOLATION);
    }

    @Test
    void aSuccessorInheritsAndIsToldByItsOwnLists() {
        blockedAndTold();
        stage.at("2026-04-01T10:00").succeeds(yunhe, changqing);
        stage.bean(EndParticipation.class).succeed(yunhe, changqing, LocalDate.of(2026, 4, 1), "a merger", stage.now());
        stage.at("2026-04-02T08:00").publish();

        assertThat(ofCallAt(changqing, "2026-03-31T10:00")).as("before").isEqualTo(NOT_BLOCKED);
        assertThat(ofCallAt(changqing, "2026-04-02T10:00"))
                .as("its list is new")
                .isEqualTo(NOT_TOLD_IN_TIME);
        assertThat(ofCallAt(changqing, "2026-05-20T10:00")).isEqualTo(VIOLATION);
    }

    @Test
    void aBlockInOneLineIsBrokenByCallsAboutThatLineAlone() {
        InsurerCode beidou = stage.join("BEIDOU", "MOTOR", "PROPERTY");
        stage.at(MONDAY).chooses(new InsurerLine(beidou, MOTOR));
        stage.at("2026-03-03T08:00").publish();
        stage.at("2026-04-01T12:00");

        assertThat(weighed(stage.complains(new InsurerLine(beidou, MOTOR), "2026-04-01T10:00")))
                .isEqualTo(VIOLATION);
        assertThat(weighed(stage.complains(new InsurerLine(beidou, PROPERTY), "2026-04-01T11:00")))
                .isEqualTo(NOT_BLOCKED);
    }

    @Test
    void whoDoesNotKnowWhatTheCallWasAboutIsServedByABlockInAnyLine() {
        InsurerCode beidou = stage.join("BEIDOU", "MOTOR", "PROPERTY");
        stage.at(MONDAY).chooses(new InsurerLine(beidou, PROPERTY));
        stage.at("2026-03-03T08:00").publish();

        assertThat(ofCallAt(beidou, "2026-04-01T10:00")).isEqualTo(VIOLATION);
        assertThat(ofCallAt(beidou, "2026-03-11T10:00"))
                .as("in neither line yet")
                .isNotEqualTo(VIOLATION);
    }

    @Test
    void ofSeveralBlocksTheOneCountsOfWhichTheInsurerHadBeenToldInTime() {
        InsurerCode beidou = stage.join("BEIDOU", "MOTOR", "PROPERTY");
        stage.at(MONDAY).chooses(new InsurerLine(beidou, PROPERTY));
        stage.at("2026-03-03T08:00").publish();
        stage.at("2026-03-18T10:00").chooses(new InsurerLine(beidou, MOTOR), new InsurerLine(beidou, PROPERTY));

        assertThat(ofCallAt(beidou, "2026-03-31T10:00")).isEqualTo(VIOLATION);
    }

    @Test
    void whoSellsALineNoMoreStillKnowsWhatItsListsHadSaidOfIt() {
        InsurerCode beidou = stage.join("BEIDOU", "MOTOR", "PROPERTY");
        stage.at(MONDAY).chooses(beidou);
        stage.at("2026-03-03T08:00").publish();
        stage.bean(Insurers.class).endLine(beidou, MOTOR, LocalDate.of(2026, 6, 1), stage.now());
        stage.at("2026-06-01T08:00").publish();
        stage.at("2026-06-03T12:00");

        assertThat(weighed(stage.complains(new InsurerLine(beidou, MOTOR), "2026-06-03T10:00")))
                .isEqualTo(VIOLATION);
    }

    @Test
    void whoTakesALineUpAgainKnowsWhatItsListsSayOfItSince() {
        InsurerCode beidou = stage.join("BEIDOU", "MOTOR", "PROPERTY");
        stage.at(MONDAY).chooses(beidou);
        stage.at("2026-03-03T08:00").publish();
        stage.bean(Insurers.class).endLine(beidou, MOTOR, LocalDate.of(2026, 6, 1), stage.now());
        stage.at("2026-06-01T08:00").publish();
        stage.bean(Insurers.class).addLine(beidou, MOTOR, LocalDate.of(2026, 7, 1), stage.now());
        stage.at("2026-07-01T12:00").publish();
        stage.at("2026-07-20T12:00");

        assertThat(weighed(stage.complains(new InsurerLine(beidou, MOTOR), "2026-07-01T10:00")))
                .isEqualTo(NOT_TOLD_IN_TIME);
        assertThat(weighed(stage.complains(new InsurerLine(beidou, MOTOR), "2026-07-20T10:00")))
                .isEqualTo(VIOLATION);
    }

    @Test
    void aNumberThatHasChangedHandsIsNotBlockedAnyMore() {
        blockedAndTold();
        stage.at("2026-04-01T10:00").isReleased();

        assertThat(ofCallAt("2026-04-02T10:00")).isEqualTo(NOT_BLOCKED);
    }

    @Test
    void aBlockOfOneInsurerBindsNoOther() {
        blockedAndTold();

        assertThat(ofCallAt(changqing, "2026-04-02T10:00")).isEqualTo(NOT_BLOCKED);
    }

    @Test
    void whereTheInsurerIsNotKnownNothingIsProposedUntilItIs() {
        blockedAndTold();
        stage.at("2026-04-02T12:00");
        CaseNumber number = stage.complains(Optional.empty(), "2026-04-02T10:00", CallPurpose.SALES, Optional.empty());

        assertThat(weighed(number)).isEqualTo(Evidence.Proposal.nothing(WhyNothing.INSURER_UNKNOWN));
        stage.isKnown(number, yunhe, Optional.empty());
        assertThat(weighed(number)).isEqualTo(VIOLATION);
    }

    @Test
    void ofANumberThatIsErasedNothingIsProposed() {
        blockedAndTold();
        stage.at("2026-04-02T12:00");
        CaseNumber number = stage.complains(yunhe, "2026-04-02T10:00");
        stage.closesAndForgets(number);

        assertThat(weighed(number)).isEqualTo(Evidence.Proposal.nothing(WhyNothing.NUMBER_ERASED));
    }

    @Test
    void whereWhatCountedIsErasedNothingIsProposed() {
        blockedAndTold();
        stage.at("2026-04-01T10:00").isReleased();
        stage.forgetsEndedNumbers();

        assertThat(ofCallAt("2026-04-02T10:00")).isEqualTo(Evidence.Proposal.nothing(WhyNothing.NUMBER_ERASED));
    }

    @Test
    void whereTheCalendarDoesNotReachNothingIsProposed() {
        stage.at("2026-12-01T10:00").chooses(yunhe);
        stage.at("2026-12-30T10:00").publish();

        assertThat(ofCallAt("2027-01-04T10:00")).isEqualTo(Evidence.Proposal.nothing(WhyNothing.CALENDAR_NOT_LOADED));
    }

    private void blockedAndTold() {
        stage.at(MONDAY).chooses(yunhe);
        stage.at("2026-03-03T08:00").publish();
    }

    private Evidence.Proposal withExemption(String from, String until, boolean soldByTelephone, boolean serviceCall) {
        blockedAndTold();
        stage.at("2026-04-01T12:00");
        CaseNumber number = stage.complains(yunhe, "2026-04-01T10:00");
        stage.answers(
                yunhe,
                number,
                new CaseAnswer.Exempt(new Exemption(
                        LocalDate.parse(from), LocalDate.parse(until), soldByTelephone, serviceCall, "P-1")));
        return weighed(number);
    }

    private Evidence.Proposal disownedCallFrom(Optional<String> caller) {
        stage.at("2026-04-01T12:00");
        CaseNumber number = stage.complains(Optional.of(yunhe), "2026-04-01T10:00", CallPurpose.SALES, caller);
        stage.answers(yunhe, number, new CaseAnswer.Dispute(DisputeReason.NOT_OUR_CALL));
        return weighed(number);
    }

    private Evidence.Proposal disputed(DisputeReason reason) {
        stage.at("2026-04-01T12:00");
        CaseNumber number = stage.complains(yunhe, "2026-04-01T10:00");
        stage.answers(yunhe, number, new CaseAnswer.Dispute(reason));
        return weighed(number);
    }

    private Evidence.Proposal ofCallAt(String calledAt) {
        return ofCallAt(yunhe, calledAt);
    }

    private Evidence.Proposal ofCallAt(InsurerCode insurer, String calledAt) {
        tellsLater(calledAt);
        return weighed(stage.complains(insurer, calledAt));
    }

    private Evidence.Proposal ofCallOtherThanSalesAt(String calledAt) {
        tellsLater(calledAt);
        return weighed(stage.complains(Optional.of(yunhe), calledAt, CallPurpose.OTHER, Optional.empty()));
    }

    /** The consumer complains long after, and what happened since the call changes nothing. */
    private void tellsLater(String calledAt) {
        stage.at(LocalDate.parse(calledAt.substring(0, 10)).plusDays(60) + "T12:00");
    }

    private Evidence.Proposal weighed(CaseNumber number) {
        return stage.bean(CollectEvidence.class)
                .weigh(number, CaseFixture.OPERATOR, "it is to be decided")
                .proposal();
    }
}
