package jinbo.cases.sanction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.cases.CaseNumber;
import jinbo.cases.Salesperson;
import jinbo.cases.sanction.ProposeSanctions.AttributedCase;
import jinbo.cases.sanction.ProposeSanctions.EarnedStep;
import jinbo.cases.sanction.ProposeSanctions.RecordedStep;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;
import jinbo.testing.TestLines;
import org.junit.jupiter.api.Test;

/** Who has earned what, as the property insurers' rule of 2013 has it, and as others could have it. */
class ProposeSanctionsTest {

    private static final SanctionLadder.Step TWO_STOP_NEW = new SanctionLadder.Step(
            2, Period.ofYears(1), Sanction.Kind.STOP_NEW_CUSTOMERS, Optional.of(Period.ofMonths(3)));
    private static final SanctionLadder.Step ANOTHER_STOPS_ALL =
            new SanctionLadder.Step(1, Period.ofYears(1), Sanction.Kind.STOP_ALL, Optional.empty());
    private static final SanctionLadder OF_2013 = ladder("2014-01-01", TWO_STOP_NEW, ANOTHER_STOPS_ALL);

    private static final SanctionSubject YUNHE = insurer("YUNHE");
    private static final SanctionSubject BEIDOU = insurer("BEIDOU");

    private final List<SanctionLadder> ladders = new ArrayList<>(List.of(OF_2013));
    private final List<AttributedCase> cases = new ArrayList<>();
    private final List<RecordedStep> before = new ArrayList<>();

    @Test
    void oneUpheldCaseEarnsNothing() {
        called(YUNHE, "2026-03-01");

        assertThat(earned()).isEmpty();
    }

    @Test
    void twoWithinAYearStopCallsToNewCustomers() {
        called(YUNHE, "2026-03-01", "2026-09-15");

        assertThat(earned()).containsExactly("YUNHE 1 STOP_NEW_CUSTOMERS: 2026-03-01 2026-09-15");
    }

    @Test
    void anotherOneStopsCallsAltogether() {
        called(YUNHE, "2026-03-01", "2026-09-15", "2026-09-16");

        assertThat(earned())
                .containsExactly("YUNHE 1 STOP_NEW_CUSTOMERS: 2026-03-01 2026-09-15", "YUNHE 2 STOP_ALL: 2026-09-16");
    }

    @Test
    void theCorrespondingDayOfTheNextYearIsTheLastOfTheYear() {
        called(YUNHE, "2026-03-01", "2027-03-01");
        called(BEIDOU, "2026-03-01", "2027-03-02");

        assertThat(earned()).containsExactly("YUNHE 1 STOP_NEW_CUSTOMERS: 2026-03-01 2027-03-01");
    }

    @Test
    void aYearThatBeginsOnALeapDayEndsWithFebruary() {
        called(YUNHE, "2028-02-29", "2029-02-28");
        called(BEIDOU, "2028-02-29", "2029-03-01");

        assertThat(earned()).containsExactly("YUNHE 1 STOP_NEW_CUSTOMERS: 2028-02-29 2029-02-28");
    }

    @Test
    void aYearThatEndsInALeapYearEndsOnTheSameDay() {
        called(YUNHE, "2027-02-28", "2028-02-28");
        called(BEIDOU, "2027-02-28", "2028-02-29");

        assertThat(earned()).containsExactly("YUNHE 1 STOP_NEW_CUSTOMERS: 2027-02-28 2028-02-28");
    }

    @Test
    void theDayIsTheOneInBeijing() {
        cases.add(at(YUNHE, "2026-03-01T23:59:59+08:00"));
        cases.add(at(YUNHE, "2027-03-02T00:00:00+08:00"));

        assertThat(earned()).as("a second too late, in no other zone").isEmpty();
    }

    @Test
    void whatIsTooOldCountsNoMoreButTheNewerOnesDo() {
        called(YUNHE, "2025-01-10", "2026-03-01", "2026-09-15");

        assertThat(earned()).containsExactly("YUNHE 1 STOP_NEW_CUSTOMERS: 2026-03-01 2026-09-15");
    }

    @Test
    void anotherOneCountsFromTheLastCallThatEarnedTheStepBefore() {
        called(YUNHE, "2026-03-01", "2026-09-15", "2027-09-15");
        called(BEIDOU, "2026-03-01", "2026-09-15", "2027-09-16");

        assertThat(earned())
                .containsExactly(
                        "BEIDOU 1 STOP_NEW_CUSTOMERS: 2026-03-01 2026-09-15",
                        "YUNHE 1 STOP_NEW_CUSTOMERS: 2026-03-01 2026-09-15",
                        "YUNHE 2 STOP_ALL: 2027-09-15");
    }

    @Test
    void afterAYearWithoutAnyTheLadderBeginsAnew() {
        called(YUNHE, "2026-03-01", "2026-09-15", "2028-01-10", "2028-02-10");

        assertThat(earned())
                .containsExactly(
                        "YUNHE 1 STOP_NEW_CUSTOMERS: 2026-03-01 2026-09-15",
                        "YUNHE 1 STOP_NEW_CUSTOMERS: 2028-01-10 2028-02-10");
    }

    @Test
    void eachCaseEarnsAStepOnce() {
        called(YUNHE, "2026-03-01", "2026-09-15");
        recorded(Sanction.State.PROPOSED, 1, 0, 1);

        assertThat(earned()).isEmpty();
    }

    @Test
    void whatIsRecordedIsGoneOnFromWhateverHasBecomeOfIt() {
        for (Sanction.State state :
                List.of(Sanction.State.PROPOSED, Sanction.State.IMPOSED, Sanction.State.LIFTED, Sanction.State.ENDED)) {
            cases.clear();
            before.clear();
            called(YUNHE, "2026-03-01", "2026-09-15", "2026-11-01");
            recorded(state, 1, 0, 1);

            assertThat(earned()).as(state.name()).containsExactly("YUNHE 2 STOP_ALL: 2026-11-01");
        }
    }

    @Test
    void whatPeopleRefusedWasNoStepAndItsCasesEarnNothingMore() {
        called(YUNHE, "2026-03-01", "2026-09-15", "2026-11-01");
        recorded(Sanction.State.REFUSED, 1, 0, 1);
        assertThat(earned()).isEmpty();

        called(YUNHE, "2026-12-01");
        assertThat(earned()).containsExactly("YUNHE 1 STOP_NEW_CUSTOMERS: 2026-11-01 2026-12-01");
    }

    @Test
    void whoContestsTheEarliestCallComesToTheSameStepLater() {
        called(YUNHE, "2026-03-01", "2026-04-01");
        recorded(Sanction.State.IMPOSED, 1, 0, 1);
        assertThat(earned()).as("January is contested").isEmpty();

        called(YUNHE, "2026-01-15");
        assertThat(earned()).containsExactly("YUNHE 2 STOP_ALL: 2026-01-15");
        recorded(Sanction.State.PROPOSED, 2, 2);
        assertThat(earned()).as("nobody pays twice").isEmpty();
    }

    @Test
    void aCallBetweenThoseThatEarnedTheStepIsAnotherOneAsWell() {
        called(YUNHE, "2026-03-01", "2026-09-15", "2026-08-01");
        recorded(Sanction.State.ENDED, 1, 0, 1);

        assertThat(earned()).containsExactly("YUNHE 2 STOP_ALL: 2026-08-01");
    }

    @Test
    void aCallThatIsFarFromAllOthersEarnsNothingWheneverItIsClosed() {
        called(YUNHE, "2026-03-01", "2026-09-15", "2025-02-28");
        recorded(Sanction.State.IMPOSED, 1, 0, 1);

        assertThat(earned()).isEmpty();
    }

    @Test
    void callsThatAreFarFromTheOthersHaveEarnedAStepOfTheirOwnThoughTheyAreClosedLater() {
        called(YUNHE, "2026-03-01", "2026-09-15", "2024-02-01", "2024-03-01");
        recorded(Sanction.State.IMPOSED, 1, 0, 1);

        assertThat(earned()).containsExactly("YUNHE 1 STOP_NEW_CUSTOMERS: 2024-02-01 2024-03-01");
    }

    @Test
    void whereThreeAreTooFewAFourthThatIsOlderThanTheTimeIsNoFurtherOneInAnyOrder() {
        ladders.clear();
        ladders.add(ladder(
                "2014-01-01",
                new SanctionLadder.Step(
                        3, Period.ofYears(1), Sanction.Kind.STOP_NEW_CUSTOMERS, Optional.of(Period.ofMonths(3))),
                ANOTHER_STOPS_ALL));
        called(YUNHE, "2026-12-01", "2027-01-20", "2027-02-01", "2026-01-15");
        String step = "YUNHE 1 STOP_NEW_CUSTOMERS: 2026-12-01 2027-01-20 2027-02-01";
        assertThat(earned()).containsExactly(step);
        recorded(Sanction.State.PROPOSED, 1, 0, 1, 2);

        assertThat(earned()).isEmpty();
    }

    @Test
    void whatPeopleRefusedOfACallThatWasClosedLateIsNotProposedAgain() {
        called(YUNHE, "2026-03-01", "2026-04-01", "2026-01-15");
        recorded(Sanction.State.IMPOSED, 1, 0, 1);
        recorded(Sanction.State.REFUSED, 2, 2);

        assertThat(earned()).isEmpty();
    }

    @Test
    void inWhateverOrderCasesAreClosedTheSameIsEarnedAndByEachCaseOnce() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            cases.clear();
            before.clear();
            LocalDate day = LocalDate.of(2026, 1, 1);
            for (int i = 0; i < 8; i++) {
                day = day.plusDays(1 + random.nextInt(seed % 2 == 0 ? 500 : 1500));
                called(YUNHE, day.toString());
            }
            List<String> inOrder = earned();
            List<AttributedCase> closed = new ArrayList<>(cases);
            Collections.shuffle(closed, random);
            cases.clear();
            List<String> oneByOne = new ArrayList<>();
            List<CaseNumber> spent = new ArrayList<>();
            for (AttributedCase next : closed) {
                cases.add(next);
                new ProposeSanctions(ladders).of(cases, before).forEach(step -> {
                    oneByOne.add(describe(step));
                    spent.addAll(step.numbers());
                    before.add(record(step, Sanction.State.PROPOSED));
                });
            }
            assertThat(spent).as("seed " + seed).doesNotHaveDuplicates();
            assertThat(stopsAll(oneByOne)).as("seed " + seed).isEqualTo(stopsAll(inOrder));
            if (stopsAll(inOrder) == 0) {
                assertThat(oneByOne).as("seed " + seed).containsExactlyInAnyOrderElementsOf(inOrder);
            }
        }
    }

    private static long stopsAll(List<String> steps) {
        return steps.stream().filter(step -> step.contains("STOP_ALL")).count();
    }

    @Test
    void whileTheLastStepCountsNothingMoreFollows() {
        called(YUNHE, "2026-03-01", "2026-09-15", "2026-10-01", "2026-11-01", "2026-12-01");
        recorded(Sanction.State.ENDED, 1, 0, 1);
        recorded(Sanction.State.IMPOSED, 2, 2);

        assertThat(earned()).isEmpty();
    }

    @Test
    void onceTheLastStepIsLiftedTheLadderBeginsAnew() {
        called(YUNHE, "2026-03-01", "2026-09-15", "2026-10-01", "2027-03-01", "2027-04-01");
        recorded(Sanction.State.ENDED, 1, 0, 1);
        recorded(Sanction.State.LIFTED, 2, 2);

        assertThat(earned()).containsExactly("YUNHE 1 STOP_NEW_CUSTOMERS: 2027-03-01 2027-04-01");
    }

    @Test
    void insurersAreJudgedApart() {
        called(YUNHE, "2026-03-01");
        called(BEIDOU, "2026-03-02");

        assertThat(earned()).isEmpty();
    }

    @Test
    void salespersonsAreJudgedByTheirOwnLadderAndApart() {
        SanctionSubject first = salesperson("YUNHE", "S-1");
        SanctionSubject second = salesperson("YUNHE", "S-2");
        SanctionSubject sameSignElsewhere = salesperson("BEIDOU", "S-1");
        called(first, "2026-03-01");
        called(second, "2026-03-02");
        called(sameSignElsewhere, "2026-03-03");
        assertThat(earned()).as("no ladder is about salespersons").isEmpty();

        ladders.add(new SanctionLadder(
                SanctionLadder.Target.SALESPERSON, TestLines.LIFE, LocalDate.of(2014, 1, 1), List.of(TWO_STOP_NEW)));
        assertThat(earned()).as("three people, one call each").isEmpty();
        called(second, "2026-04-02");

        assertThat(earned()).containsExactly("YUNHE/S-2 1 STOP_NEW_CUSTOMERS: 2026-03-02 2026-04-02");
    }

    @Test
    void aLadderCountsForCasesOfItsLinesAlone() {
        ladders.clear();
        ladders.add(ladderOf(TestLines.of("MOTOR", "PROPERTY")));
        called(YUNHE, "2026-03-01");
        calledAbout(TestLines.MOTOR, YUNHE, "2026-04-01");
        assertThat(earned()).as("one about life, one about motor").isEmpty();

        calledAbout(TestLines.PROPERTY, YUNHE, "2026-05-01");
        assertThat(earned()).containsExactly("YUNHE 1 STOP_NEW_CUSTOMERS: 2026-04-01 2026-05-01");
    }

    @Test
    void anInsurerGoesUpTheLaddersOfDifferentLinesApart() {
        ladders.clear();
        ladders.addAll(List.of(ladderOf(TestLines.PROPERTY), ladderOf(TestLines.LIFE)));
        called(YUNHE, "2026-03-01", "2026-04-01");
        calledAbout(TestLines.PROPERTY, YUNHE, "2026-05-01");
        String ofLife = "YUNHE 1 STOP_NEW_CUSTOMERS: 2026-03-01 2026-04-01";
        assertThat(earned()).containsExactly(ofLife);

        calledAbout(TestLines.PROPERTY, YUNHE, "2026-06-01");
        String ofProperty = "YUNHE 1 STOP_NEW_CUSTOMERS: 2026-05-01 2026-06-01";
        assertThat(earned()).containsExactly(ofProperty, ofLife);

        recorded(Sanction.State.IMPOSED, 1, 0, 1);
        recorded(Sanction.State.IMPOSED, 1, 2, 3);
        assertThat(earned()).isEmpty();
        called(YUNHE, "2026-07-01");
        assertThat(earned()).containsExactly("YUNHE 2 STOP_ALL: 2026-07-01");
    }

    @Test
    void aCaseOfNoKnownLineCountsUnderEachLadderOfItsInsurersLinesAndEarnsOneStep() {
        ladders.clear();
        ladders.addAll(List.of(ladderOf(TestLines.PROPERTY), ladderOf(TestLines.LIFE)));
        called(YUNHE, "2026-03-01");
        calledAbout(TestLines.of("LIFE", "PROPERTY"), YUNHE, "2026-04-01");
        assertThat(earned()).containsExactly("YUNHE 1 STOP_NEW_CUSTOMERS: 2026-03-01 2026-04-01");

        recorded(Sanction.State.PROPOSED, 1, 0, 1);
        calledAbout(TestLines.PROPERTY, YUNHE, "2026-05-01");
        assertThat(earned()).as("the one of no known line is spent").isEmpty();
        calledAbout(TestLines.MOTOR, YUNHE, "2026-05-02");
        assertThat(earned()).as("no ladder is for motor").isEmpty();
    }

    @Test
    void aLaterLadderTakesThePlaceOfAnotherForTheirCommonLines() {
        ladders.add(new SanctionLadder(
                SanctionLadder.Target.INSURER,
                TestLines.LIFE,
                LocalDate.parse("2026-07-01"),
                List.of(new SanctionLadder.Step(
                        3, Period.ofYears(1), Sanction.Kind.STOP_NEW_CUSTOMERS, Optional.of(Period.ofMonths(6))))));
        called(YUNHE, "2026-07-01", "2026-07-02");
        calledAbout(TestLines.PROPERTY, BEIDOU, "2026-07-01", "2026-07-02");

        assertThat(earned()).containsExactly("BEIDOU 1 STOP_NEW_CUSTOMERS: 2026-07-01 2026-07-02");
    }

    @Test
    void callsBeforeTheFirstLadderNeverCount() {
        called(YUNHE, "2013-12-31", "2014-01-01");
        assertThat(earned()).isEmpty();

        called(YUNHE, "2014-01-02");
        assertThat(earned()).containsExactly("YUNHE 1 STOP_NEW_CUSTOMERS: 2014-01-01 2014-01-02");
    }

    @Test
    void theLadderOnTheDayOfTheCallThatMakesTheNumberFullCounts() {
        ladders.add(ladder(
                "2026-07-01",
                new SanctionLadder.Step(
                        3, Period.ofYears(1), Sanction.Kind.STOP_NEW_CUSTOMERS, Optional.of(Period.ofMonths(6)))));
        called(YUNHE, "2026-05-01", "2026-06-30");
        called(BEIDOU, "2026-05-01", "2026-07-01");

        assertThat(earned())
                .as("one under the old ladder, one under the new, for which two are too few")
                .containsExactly("YUNHE 1 STOP_NEW_CUSTOMERS: 2026-05-01 2026-06-30");
        called(BEIDOU, "2026-07-02");
        assertThat(earned()).contains("BEIDOU 1 STOP_NEW_CUSTOMERS: 2026-05-01 2026-07-01 2026-07-02");
        assertThat(new ProposeSanctions(ladders).of(cases, before).get(0).rule().lasts())
                .contains(Period.ofMonths(6));
    }

    @Test
    void aStepThatWasEarnedUnderTheOldLadderIsGoneOnFromUnderTheNew() {
        ladders.add(ladder(
                "2026-07-01",
                TWO_STOP_NEW,
                new SanctionLadder.Step(
                        2, Period.ofMonths(6), Sanction.Kind.STOP_ALL, Optional.of(Period.ofMonths(6)))));
        called(YUNHE, "2026-05-01", "2026-06-01", "2026-07-02", "2026-08-02");

        assertThat(earned())
                .containsExactly(
                        "YUNHE 1 STOP_NEW_CUSTOMERS: 2026-05-01 2026-06-01", "YUNHE 2 STOP_ALL: 2026-07-02 2026-08-02");
    }

    @Test
    void theOrderInWhichCasesAreHandedOverMeansNothing() {
        called(YUNHE, "2026-03-01", "2026-09-15", "2026-10-01", "2028-01-10", "2028-02-10");
        List<String> expected = earned();

        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(cases, new Random(seed));
            assertThat(earned()).as("seed " + seed).isEqualTo(expected);
        }
    }

    @Test
    void whatIsProposedAtOnceIsWhatIsProposedCaseByCase() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            cases.clear();
            before.clear();
            LocalDate day = LocalDate.of(2026, 1, 1);
            for (int i = 0; i < 12; i++) {
                day = day.plusDays(1 + random.nextInt(400));
                called(YUNHE, day.toString());
            }
            List<String> atOnce = earned();
            List<AttributedCase> all = List.copyOf(cases);
            List<String> oneByOne = new ArrayList<>();
            for (int known = 1; known <= all.size(); known++) {
                List<EarnedStep> steps = new ProposeSanctions(ladders).of(all.subList(0, known), before);
                steps.forEach(step -> {
                    oneByOne.add(describe(step));
                    before.add(record(step, Sanction.State.PROPOSED));
                });
            }
            assertThat(oneByOne).as("seed " + seed).isEqualTo(atOnce);
        }
    }

    private List<String> earned() {
        return new ProposeSanctions(ladders)
                .of(cases, before).stream().map(ProposeSanctionsTest::describe).toList();
    }

    private void called(SanctionSubject subject, String... days) {
        calledAbout(TestLines.LIFE, subject, days);
    }

    private void calledAbout(Set<LineCode> lines, SanctionSubject subject, String... days) {
        Stream.of(days).forEach(day -> cases.add(at(lines, subject, day + "T10:00:00+08:00")));
    }

    private AttributedCase at(SanctionSubject subject, String moment) {
        return at(TestLines.LIFE, subject, moment);
    }

    private AttributedCase at(Set<LineCode> lines, SanctionSubject subject, String moment) {
        return new AttributedCase(
                TestCaseNumbers.of(cases.size()),
                subject,
                lines,
                java.time.OffsetDateTime.parse(moment).toInstant());
    }

    /** A step that was earned by the cases of these places in the list. */
    private void recorded(Sanction.State state, int step, int... places) {
        List<AttributedCase> by =
                java.util.Arrays.stream(places).mapToObj(cases::get).toList();
        before.add(record(new EarnedStep(by.get(0).subject(), OF_2013, step, by), state));
    }

    private static RecordedStep record(EarnedStep step, Sanction.State state) {
        Set<CaseNumber> numbers = step.numbers();
        return new RecordedStep(
                step.subject(),
                step.step(),
                state,
                numbers,
                step.cases().get(step.cases().size() - 1).calledAt());
    }

    private static String describe(EarnedStep step) {
        return step.subject() + " " + step.step() + " " + step.rule().sanction() + ": "
                + step.cases().stream()
                        .map(one -> BusinessTime.dateOf(one.calledAt()).toString())
                        .collect(Collectors.joining(" "));
    }

    private static SanctionLadder ladder(String from, SanctionLadder.Step... steps) {
        return new SanctionLadder(
                SanctionLadder.Target.INSURER, TestLines.of("LIFE", "PROPERTY"), LocalDate.parse(from), List.of(steps));
    }

    private static SanctionLadder ladderOf(Set<LineCode> lines) {
        return new SanctionLadder(
                SanctionLadder.Target.INSURER,
                lines,
                LocalDate.of(2014, 1, 1),
                List.of(TWO_STOP_NEW, ANOTHER_STOPS_ALL));
    }

    private static SanctionSubject insurer(String code) {
        return SanctionSubject.of(new InsurerCode(code));
    }

    private static SanctionSubject salesperson(String code, String sign) {
        return new SanctionSubject(new InsurerCode(code), Optional.of(new Salesperson(sign)));
    }
}
