package jinbo.cases.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import jinbo.cases.CaseRuling;
import jinbo.cases.ViolationGround;
import jinbo.cases.evidence.ProposeRuling.CallFacts;
import jinbo.cases.evidence.ProposeRuling.CallFacts.Counted;
import jinbo.cases.evidence.ProposeRuling.CallFacts.MomentFacts;
import org.junit.jupiter.api.Test;

/** The rule, line by line: what comes first goes before what comes later. */
class ProposeRulingTest {

    private static final MomentFacts TOLD = new MomentFacts(false, Counted.BLOCKED, true);
    private static final MomentFacts NOT_TOLD = new MomentFacts(false, Counted.BLOCKED, false);
    private static final MomentFacts NOT_YET = new MomentFacts(false, Counted.NOT_YET, false);
    private static final MomentFacts NOTHING = new MomentFacts(false, Counted.NOTHING, false);
    private static final MomentFacts AT_NIGHT = new MomentFacts(true, Counted.BLOCKED, true);
    private static final MomentFacts AT_NIGHT_NOTHING = new MomentFacts(true, Counted.NOTHING, false);

    private boolean filedBefore;
    private boolean disowned;
    private boolean callerKnown;
    private boolean service;
    private boolean exempted;
    private boolean forSales = true;

    @Test
    void whoWasToldInTimeAndCallsInSpiteOfABlockBreaksTheRules() {
        assertThat(of(TOLD)).isEqualTo(Evidence.Proposal.violation(ViolationGround.BLOCK));
    }

    @Test
    void whoWasNotToldInTimeDoesNot() {
        assertThat(of(NOT_TOLD)).isEqualTo(Evidence.Proposal.of(CaseRuling.NOT_TOLD_IN_TIME));
    }

    @Test
    void aBlockThatHasNotBegunIsGrace() {
        assertThat(of(NOT_YET)).isEqualTo(Evidence.Proposal.of(CaseRuling.GRACE));
    }

    @Test
    void whereNothingCountedNothingWasBlocked() {
        assertThat(of(NOTHING)).isEqualTo(Evidence.Proposal.of(CaseRuling.NOT_BLOCKED));
    }

    @Test
    void aCallAtNightBreaksTheRulesWhateverIsBlocked() {
        assertThat(of(AT_NIGHT_NOTHING)).isEqualTo(Evidence.Proposal.violation(ViolationGround.HOURS));
        assertThat(of(AT_NIGHT)).isEqualTo(Evidence.Proposal.violation(ViolationGround.BLOCK, ViolationGround.HOURS));
    }

    @Test
    void onlySalesCallsHaveHours() {
        forSales = false;

        assertThat(of(AT_NIGHT_NOTHING)).isEqualTo(Evidence.Proposal.of(CaseRuling.NOT_BLOCKED));
    }

    @Test
    void aServiceCallIsAllowedAtAnyTimeWhoeverSaysSo() {
        service = true;
        assertThat(of(AT_NIGHT)).isEqualTo(Evidence.Proposal.of(CaseRuling.SERVICE_CALL));
        service = false;
        exempted = true;
        assertThat(of(AT_NIGHT)).isEqualTo(Evidence.Proposal.of(CaseRuling.SERVICE_CALL));
    }

    @Test
    void whoDisownsACallIsBelievedUnlessItsOwnNumberWasShown() {
        disowned = true;
        assertThat(of(AT_NIGHT)).isEqualTo(Evidence.Proposal.of(CaseRuling.NOT_ITS_CALL));
        callerKnown = true;
        assertThat(of(TOLD)).isEqualTo(Evidence.Proposal.violation(ViolationGround.BLOCK));
        disowned = false;
        assertThat(of(TOLD)).isEqualTo(Evidence.Proposal.violation(ViolationGround.BLOCK));
    }

    @Test
    void whatWasFiledBeforeIsNotWeighedAgainWhateverElseHolds() {
        filedBefore = true;
        disowned = true;
        exempted = true;

        assertThat(of(AT_NIGHT)).isEqualTo(Evidence.Proposal.of(CaseRuling.FILED_TWICE));
    }

    @Test
    void aDisownedCallGoesBeforeAnExemption() {
        disowned = true;
        service = true;

        assertThat(of(TOLD)).isEqualTo(Evidence.Proposal.of(CaseRuling.NOT_ITS_CALL));
    }

    @Test
    void whereClocksMayDifferTheFirstThatIsNoViolationCounts() {
        assertThat(of(TOLD, NOT_YET, TOLD)).isEqualTo(Evidence.Proposal.of(CaseRuling.GRACE));
        assertThat(of(TOLD, TOLD, NOTHING)).isEqualTo(Evidence.Proposal.of(CaseRuling.NOT_BLOCKED));
        assertThat(of(NOT_TOLD, NOT_YET, NOTHING)).isEqualTo(Evidence.Proposal.of(CaseRuling.NOT_TOLD_IN_TIME));
        assertThat(of(TOLD, TOLD, TOLD)).isEqualTo(Evidence.Proposal.violation(ViolationGround.BLOCK));
    }

    @Test
    void nearTheBorderOfTheNightItWasNotNight() {
        assertThat(of(AT_NIGHT_NOTHING, NOTHING, AT_NIGHT_NOTHING))
                .isEqualTo(Evidence.Proposal.of(CaseRuling.NOT_BLOCKED));
        assertThat(of(AT_NIGHT, TOLD, AT_NIGHT)).isEqualTo(Evidence.Proposal.violation(ViolationGround.BLOCK));
    }

    /** Over all that can be: what is proposed, and for what. */
    @Test
    void nobodyIsAccusedWithoutAGroundAndOfNothingThatAClockMayExplain() {
        for (CallFacts call : everything()) {
            Evidence.Proposal rulingProposal = ProposeRuling.from(call);

            assertThat(rulingProposal.ruling()).isPresent();
            assertThat(rulingProposal
                            .ruling()
                            .filter(CaseRuling.VIOLATION::equals)
                            .isPresent())
                    .as("%s: %s", call, rulingProposal)
                    .isEqualTo(!rulingProposal.grounds().isEmpty());
            assertThat(rulingProposal.grounds().contains(ViolationGround.BLOCK))
                    .as("%s: %s", call, rulingProposal)
                    .isEqualTo(isAccusable(call)
                            && call.moments().stream()
                                    .allMatch(
                                            moment -> moment.counted() == Counted.BLOCKED && moment.notifiedInTime()));
            assertThat(rulingProposal.grounds().contains(ViolationGround.HOURS))
                    .as("%s: %s", call, rulingProposal)
                    .isEqualTo(isAccusable(call)
                            && call.forSales()
                            && call.moments().stream().allMatch(MomentFacts::quiet));
        }
    }

    private static boolean isAccusable(CallFacts call) {
        return !call.filedBefore()
                && !(call.isDisputed() && !call.callerKnown())
                && !call.service()
                && !call.isExempt();
    }

    private static List<CallFacts> everything() {
        List<MomentFacts> moments = new ArrayList<>();
        for (Counted counted : Counted.values()) {
            for (int bits = 0; bits < 4; bits++) {
                moments.add(new MomentFacts((bits & 1) > 0, counted, (bits & 2) > 0));
            }
        }
        List<CallFacts> all = new ArrayList<>();
        for (int bits = 0; bits < 64; bits++) {
            for (MomentFacts momentFacts : moments) {
                for (MomentFacts earlier : moments) {
                    all.add(new CallFacts(
                            (bits & 1) > 0,
                            (bits & 2) > 0,
                            (bits & 4) > 0,
                            (bits & 8) > 0,
                            (bits & 16) > 0,
                            (bits & 32) > 0,
                            List.of(momentFacts, earlier, momentFacts)));
                }
            }
        }
        return all;
    }

    private Evidence.Proposal of(MomentFacts... moments) {
        return ProposeRuling.from(
                new CallFacts(filedBefore, disowned, callerKnown, service, exempted, forSales, List.of(moments)));
    }
}
