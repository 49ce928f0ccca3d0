package jinbo.registry;

import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import jinbo.accesslog.Actor;
import jinbo.batch.reconciliation.RuleResult;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerError;
import jinbo.participant.insurer.InsurerException;
import jinbo.participant.insurer.InsurerLine;
import jinbo.reference.business.LineError;
import jinbo.reference.business.LineException;
import jinbo.reference.calendar.YearNotLoadedException;
import jinbo.reference.phone.Mobile;
import jinbo.registry.TestRegistry.Row;
import jinbo.testing.TestLines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsumerChoicesIT {

    private static final long NUMBER = 13810001234L;
    private static final String DAY = "2012-11-01";

    private final TestRegistry registry = new TestRegistry();
    private final TestRegistrations registrations = new TestRegistrations(registry);
    private Insurer yunhe;
    private Insurer changqing;
    private Insurer beidou;

    @BeforeEach
    void joinThreeInsurers() {
        yunhe = registry.join("YUNHE", TestLines.LIFE);
        changqing = registry.join("CHANGQING", TestLines.LIFE);
        beidou = registry.join("BEIDOU", TestLines.PROPERTY);
    }

    @AfterEach
    void everyBlockFollowsFromTheRegistrations() {
        assertThat(registry.verify()).allMatch(RuleResult::holds);
        registry.close();
    }

    @Test
    void aChosenInsurerMustNotCallFromTheDayAfterTheSeventhWorkingDay() {
        ConsumerChoices.Result result = registrations.on("2012-09-21").choose(NUMBER, Term.SIX_MONTHS, yunhe);

        assertThat(result)
                .isEqualTo(new ConsumerChoices.Result(
                        1,
                        registry.clock().instant(),
                        result.entry(),
                        Optional.of(new Interval(LocalDate.of(2012, 10, 9), LocalDate.of(2013, 4, 9)))));
        assertThat(registry.list(yunhe, DAY)).containsExactly("13810001234 2012-10-09 2013-04-09");
        assertThat(registry.list(changqing, DAY)).isEmpty();
    }

    @Test
    void theDayOfRegistrationIsBeijings() {
        registry.clock().set("2012-09-20T23:59:59Z");

        ConsumerChoices.Result result = registrations.choose(NUMBER, Term.ONE_YEAR, yunhe);

        assertThat(result.block().orElseThrow().effectiveOn()).isEqualTo(LocalDate.of(2012, 10, 9));
        assertThat(registrations.history(NUMBER).asOf(1L).lastConsumerRegistrationOn())
                .contains(LocalDate.of(2012, 9, 21));
    }

    /** Clocks have nanoseconds, which one place would round and another truncate. */
    @Test
    void registrationHasMicrosecondsOfConfirmation() {
        registry.clock().set("2012-09-21T10:00:00.123456789+08:00");

        ConsumerChoices.Result result = registrations.choose(NUMBER, Term.ONE_YEAR, yunhe);

        assertThat(registrations.history(NUMBER).registrations())
                .singleElement()
                .satisfies(registration -> assertThat(registration.stamp().at()).isEqualTo(result.registeredAt()));
    }

    @Test
    void linesMayBeChosenAndWhoeverJoinsLaterIsBound() {
        registrations.on("2012-09-21").choose(NUMBER, TestLines.of("LIFE", "PROPERTY"), Term.ONE_YEAR);
        Insurer later = registry.join("LATER", TestLines.PROPERTY);

        assertThat(registry.list(yunhe, DAY)).containsExactly("13810001234 2012-10-09 2013-10-09");
        assertThat(registry.list(beidou, DAY)).isEqualTo(registry.list(yunhe, DAY));
        assertThat(registry.list(later, DAY)).isEqualTo(registry.list(yunhe, DAY));
    }

    @Test
    void aChoiceReplacesWhatComplaintsHadMade() {
        registry.merge(yunhe, "2012-09-21", "2012-10-09", Row.all(NUMBER, Term.TWO_YEARS));

        registrations.on("2012-10-09").choose(NUMBER, Term.SIX_MONTHS, yunhe, beidou);

        assertThat(registry.list(yunhe, DAY)).containsExactly("13810001234 2012-10-09 2013-04-19");
        assertThat(registry.list(changqing, DAY)).isEmpty();
        assertThat(registry.list(beidou, DAY)).containsExactly("13810001234 2012-10-19 2013-04-19");
    }

    @Test
    void aChangedChoiceKeepsTheBeginOfThoseWhoStay() {
        registrations.on("2012-09-21").choose(NUMBER, TestLines.LIFE, Term.ONE_YEAR);

        registrations.on("2012-10-09").choose(NUMBER, Term.TWO_YEARS, changqing);

        assertThat(registry.list(changqing, DAY)).containsExactly("13810001234 2012-10-09 2014-10-19");
        assertThat(registry.list(yunhe, DAY)).isEmpty();
    }

    @Test
    void aCancellationEndsAllBlocksAndPromisesNone() {
        registry.merge(
                yunhe,
                "2012-09-21",
                "2012-10-09",
                Row.all(NUMBER, Term.TWO_YEARS),
                Row.all(NUMBER + 1, Term.TWO_YEARS));

        ConsumerChoices.Result result = registrations.on("2012-10-20").cancel(NUMBER);

        assertThat(result.block()).isEmpty();
        assertThat(result.revision()).isEqualTo(2);
        assertThat(registry.list(yunhe, DAY)).containsExactly("13810001235 2012-10-09 2014-10-09");
        assertThat(ConsumerChoice.nobody().isCancellation()).isTrue();
        assertThat(new ConsumerChoice(Set.of(), Set.of(yunhe.lines().get(0).name()), Term.ONE_YEAR).isCancellation())
                .isFalse();
        assertThat(new ConsumerChoice(TestLines.LIFE, Set.of(), Term.ONE_YEAR).isCancellation())
                .isFalse();
    }

    @Test
    void laterUploadsAreJudgedByTheDayOfEachComplaint() {
        registrations.on("2012-09-21").choose(NUMBER, Term.SIX_MONTHS, changqing);
        registrations.choose(NUMBER + 1, Term.SIX_MONTHS, changqing);

        registry.merge(
                yunhe,
                "2012-09-24",
                "2012-10-10",
                Row.all(NUMBER, Term.TWO_YEARS).of("2012-09-21"),
                Row.all(NUMBER + 1, Term.TWO_YEARS).of("2012-09-22"),
                Row.all(NUMBER + 2, Term.ONE_YEAR));

        assertThat(registry.list(yunhe, DAY))
                .containsExactly("13810001235 2012-10-10 2014-10-10", "13810001236 2012-10-10 2013-10-10");
        assertThat(registry.list(changqing, DAY))
                .containsExactly(
                        "13810001234 2012-10-09 2013-04-09",
                        "13810001235 2012-10-09 2013-04-09",
                        "13810001236 2012-10-10 2013-10-10");
    }

    @Test
    void aReleasedNumberIsFreeAndItsNewHoldersComplaintBindsTheWholeLine() {
        registrations.on("2012-09-21").choose(NUMBER, TestLines.LIFE, Term.TWO_YEARS);

        ConsumerChoices.Result result = registrations.on("2012-10-09").release(NUMBER);
        assertThat(result)
                .isEqualTo(new ConsumerChoices.Result(2, registry.clock().instant(), result.entry(), Optional.empty()));
        assertThat(registry.list(yunhe, DAY)).isEmpty();

        registry.merge(
                yunhe,
                "2012-10-10",
                "2012-10-20",
                Row.all(NUMBER, Term.ONE_YEAR).of("2012-10-09"),
                Row.all(NUMBER, Term.SIX_MONTHS).of("2012-10-10"));
        assertThat(registry.list(changqing, DAY)).containsExactly("13810001234 2012-10-20 2013-04-20");
    }

    @Test
    void theHistoryOfANumberIsReadWithAllItsRegistrations() {
        registrations.on("2012-09-21").choose(NUMBER, TestLines.PROPERTY, Term.TWO_YEARS, yunhe, changqing);
        registrations.on("2012-10-09").cancel(NUMBER);
        registrations.on("2012-10-10").release(NUMBER);

        NumberHistory history = registrations.history(NUMBER);

        assertThat(history.registrations()).hasSize(3);
        assertThat(history.registrations().get(0))
                .isInstanceOfSatisfying(
                        Registration.Choice.class,
                        choice -> assertThat(choice.scopes())
                                .containsExactly(
                                        yunhe.lines().get(0).scope(),
                                        changqing.lines().get(0).scope(),
                                        beidou.lines().get(0).line().scope()));
        assertThat(history.registrations().get(1))
                .isInstanceOfSatisfying(
                        Registration.Choice.class,
                        choice -> assertThat(choice.scopes()).containsExactly(BlockScopes.NOBODY));
        assertThat(history.registrations().get(2)).isInstanceOf(Registration.Release.class);
        assertThat(registrations.history(NUMBER + 1).registrations()).isEmpty();
    }

    @Test
    void anInsurerIsChosenInOneOfItsLinesAndStaysFreeInTheOther() {
        Insurer taihang = registry.join("TAIHANG", TestLines.of("MOTOR", "PROPERTY"));
        registry.merge(taihang, "2012-09-21", "2012-10-09", Row.all(NUMBER, Term.TWO_YEARS));

        registrations.on("2012-10-09").choose(NUMBER, InsurerLine.parse("TAIHANG/PROPERTY"), Term.SIX_MONTHS);

        assertThat(registry.list(taihang, DAY)).containsExactly("13810001234 PROPERTY 2012-10-09 2013-04-19");
        assertThat(registry.list(beidou, DAY)).isEmpty();
    }

    @Test
    void aLineThatDoesNotExistOrIsNotSoldIsRefusedAndNothingIsRegistered() {
        assertThatExceptionOfType(LineException.class)
                .isThrownBy(() -> registrations.choose(NUMBER, TestLines.of("HEALTH"), Term.ONE_YEAR))
                .is(error(LineError.LINE_UNKNOWN))
                .withMessage("Line of business HEALTH does not exist. Known: LIFE, MOTOR, PROPERTY");
        assertThatExceptionOfType(InsurerException.class)
                .isThrownBy(() -> registrations.choose(NUMBER, InsurerLine.parse("YUNHE/MOTOR"), Term.ONE_YEAR))
                .is(error(InsurerError.LINE_NOT_SOLD));

        assertThat(registry.registry().currentRevision()).isZero();
    }

    @Test
    void anInsurerThatDoesNotExistIsRefusedAndNothingIsRegistered() {
        ConsumerChoice choice = new ConsumerChoice(Set.of(), Set.of(InsurerLine.parse("NOBODY/LIFE")), Term.ONE_YEAR);

        assertThatExceptionOfType(InsurerException.class)
                .isThrownBy(() -> registry.parts()
                        .bean(ConsumerChoices.class)
                        .choose(new Mobile(NUMBER), choice, Actor.batch(), "a test"))
                .is(error(InsurerError.INSURER_UNKNOWN_SOME_KNOWN));

        assertThat(registry.registry().currentRevision()).isZero();
        assertThat(registrations.history(NUMBER).registrations()).isEmpty();
    }

    @Test
    void aCancellationBringsNoBlockAndNeedsNoCalendar() {
        registrations.on("2026-11-30").choose(NUMBER, Term.ONE_YEAR, yunhe);

        registrations.on("2026-12-28").cancel(NUMBER);

        assertThat(registry.list(yunhe, "2026-12-28")).isEmpty();
    }

    @Test
    void aYearThatIsNotLoadedIsRefusedByItsNameAndNothingIsRegistered() {
        registrations.on("2026-12-28");

        assertThatExceptionOfType(YearNotLoadedException.class)
                .isThrownBy(() -> registrations.choose(NUMBER, Term.ONE_YEAR, yunhe))
                .withMessageContaining("2027");

        assertThat(registry.registry().currentRevision()).isZero();
    }

    @Test
    void aWordIsAnAccessToOneNumberThatIsAnnouncedAndConcluded() {
        registrations.on("2012-09-21").choose(NUMBER, Term.SIX_MONTHS, yunhe);
        registrations.release(NUMBER);

        assertThat(registry.sql()
                        .sql("select phase || ' ' || action || ' ' || coalesce(outcome, '-') from access_log_entry"
                                + " where purpose not like 'the record after %' order by id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "INTENT CHOOSE -",
                        "RESULT CHOOSE REGISTERED",
                        "INTENT RELEASE_NUMBER -",
                        "RESULT RELEASE_NUMBER REGISTERED");
    }
}
