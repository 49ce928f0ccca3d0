package jinbo.registry;

import static jinbo.registry.RegistrationFixture.BEIDOU;
import static jinbo.registry.RegistrationFixture.CHANGQING;
import static jinbo.registry.RegistrationFixture.LIFE;
import static jinbo.registry.RegistrationFixture.MOTOR;
import static jinbo.registry.RegistrationFixture.PROPERTY;
import static jinbo.registry.RegistrationFixture.TAIHANG;
import static jinbo.registry.RegistrationFixture.YUNHE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jinbo.exchange.format.Term;
import org.junit.jupiter.api.Test;

/** One example for each case of rules 4 and 5 of docs/rules.md, and for successions. */
class DerivedBlocksTest {

    private final RegistrationFixture registrations = new RegistrationFixture();

    @Test
    void complaintsForAllBindTheLineAndNobodyElse() {
        registrations.complaint("2013-01-01", YUNHE, LIFE, Term.ONE_YEAR);

        assertThat(registrations.now(YUNHE)).isEqualTo("2013-01-11..2014-01-11");
        assertThat(registrations.now(CHANGQING)).isEqualTo("2013-01-11..2014-01-11");
        assertThat(registrations.now(BEIDOU)).isEqualTo("none");
    }

    @Test
    void complaintsForOneselfBindOneself() {
        registrations.complaint("2013-01-01", YUNHE, YUNHE, Term.ONE_YEAR);

        assertThat(registrations.now(YUNHE)).isEqualTo("2013-01-11..2014-01-11");
        assertThat(registrations.now(CHANGQING)).isEqualTo("none");
    }

    @Test
    void complaintsAddToALivingBlockTheEarlierBeginAndTheLaterEnd() {
        registrations
                .complaint("2013-01-01", YUNHE, LIFE, Term.ONE_YEAR)
                .complaint("2013-02-01", CHANGQING, LIFE, Term.SIX_MONTHS)
                .complaint("2013-03-01", CHANGQING, CHANGQING, Term.TWO_YEARS);

        assertThat(registrations.now(YUNHE)).isEqualTo("2013-01-11..2014-01-11");
        assertThat(registrations.now(CHANGQING)).isEqualTo("2013-01-11..2015-03-11");
    }

    @Test
    void complaintsForAllWidenTheOwnBlocksOfTheLineToo() {
        registrations
                .complaint("2013-01-01", YUNHE, YUNHE, Term.SIX_MONTHS)
                .complaint("2013-01-01", BEIDOU, BEIDOU, Term.SIX_MONTHS)
                .complaint("2013-02-01", CHANGQING, LIFE, Term.ONE_YEAR);

        assertThat(registrations.now(YUNHE)).isEqualTo("2013-01-11..2014-02-11");
        assertThat(registrations.now(CHANGQING)).isEqualTo("2013-02-11..2014-02-11");
        assertThat(registrations.now(BEIDOU)).isEqualTo("2013-01-11..2013-07-11");
    }

    @Test
    void complaintsBeginAnewOnTheDayOnWhichABlockIsOver() {
        registrations
                .complaint("2013-01-01", YUNHE, LIFE, Term.SIX_MONTHS)
                .complaint("2013-07-11", YUNHE, LIFE, Term.SIX_MONTHS);

        assertThat(registrations.now(YUNHE)).isEqualTo("2013-07-21..2014-01-21");
    }

    @Test
    void complaintsGoOnFromABlockOnItsLastDay() {
        registrations
                .complaint("2013-01-01", YUNHE, LIFE, Term.SIX_MONTHS)
                .complaint("2013-07-10", YUNHE, LIFE, Term.SIX_MONTHS);

        assertThat(registrations.now(YUNHE)).isEqualTo("2013-01-11..2014-01-20");
    }

    @Test
    void complaintsOfAnUploadThatWasReceivedEarlierBringTheEarlierBegin() {
        registrations
                .complaint("2013-02-01", YUNHE, LIFE, Term.ONE_YEAR)
                .complaint("2013-01-01", CHANGQING, LIFE, Term.SIX_MONTHS);

        assertThat(registrations.now(TAIHANG)).isEqualTo("2013-01-11..2014-02-11");
    }

    @Test
    void aChoiceKeepsTheBeginOfAnInsurerThatItKeepsAndGivesItsOwnEnd() {
        registrations.complaint("2013-01-01", YUNHE, LIFE, Term.TWO_YEARS).choice("2013-03-01", Term.SIX_MONTHS, YUNHE);

        assertThat(registrations.now(YUNHE)).isEqualTo("2013-01-11..2013-09-11");
    }

    @Test
    void aChoiceDropsWhomItDoesNotName() {
        registrations
                .complaint("2013-01-01", YUNHE, LIFE, Term.TWO_YEARS)
                .complaint("2013-01-01", BEIDOU, PROPERTY, Term.TWO_YEARS)
                .choice("2013-03-01", Term.ONE_YEAR, YUNHE);

        assertThat(registrations.now(CHANGQING)).isEqualTo("none");
        assertThat(registrations.now(BEIDOU)).isEqualTo("none");
    }

    @Test
    void aChoiceBindsOneThatIsNewFromItsOwnFirstDay() {
        registrations
                .complaint("2013-01-01", YUNHE, YUNHE, Term.TWO_YEARS)
                .choice("2013-03-01", Term.ONE_YEAR, YUNHE, CHANGQING);

        assertThat(registrations.now(YUNHE)).isEqualTo("2013-01-11..2014-03-11");
        assertThat(registrations.now(CHANGQING)).isEqualTo("2013-03-11..2014-03-11");
    }

    @Test
    void aChoiceTakesABlockThatIsOverForNone() {
        registrations.complaint("2013-01-01", YUNHE, LIFE, Term.SIX_MONTHS).choice("2013-07-11", Term.ONE_YEAR, LIFE);

        assertThat(registrations.now(YUNHE)).isEqualTo("2013-07-21..2014-07-21");
    }

    @Test
    void aChoiceKeepsABlockOnItsLastDay() {
        registrations.complaint("2013-01-01", YUNHE, LIFE, Term.SIX_MONTHS).choice("2013-07-10", Term.ONE_YEAR, LIFE);

        assertThat(registrations.now(YUNHE)).isEqualTo("2013-01-11..2014-07-20");
    }

    @Test
    void aChoiceOfALineKeepsEachOfItsInsurersOwnBegin() {
        registrations
                .complaint("2013-01-01", YUNHE, YUNHE, Term.ONE_YEAR)
                .complaint("2013-02-01", CHANGQING, LIFE, Term.ONE_YEAR)
                .choice("2013-03-01", Term.SIX_MONTHS, LIFE);

        assertThat(registrations.now(YUNHE)).isEqualTo("2013-01-11..2013-09-11");
        assertThat(registrations.now(CHANGQING)).isEqualTo("2013-02-11..2013-09-11");
    }

    @Test
    void aChoiceOfALineKeepsNobodysBlockInAnother() {
        registrations
                .complaint("2013-01-01", BEIDOU, BEIDOU, Term.ONE_YEAR)
                .choice("2013-03-01", Term.SIX_MONTHS, LIFE);

        assertThat(registrations.now(BEIDOU)).isEqualTo("none");
        assertThat(registrations
                        .history()
                        .asOf(registrations.revision())
                        .byScope()
                        .keySet())
                .containsExactly(LIFE);
    }

    @Test
    void aChoiceThatNamesAnInsurerBesideItsLineBindsItOnce() {
        registrations.choice("2013-03-01", Term.SIX_MONTHS, YUNHE, LIFE);

        assertThat(registrations
                        .history()
                        .asOf(registrations.revision())
                        .byScope()
                        .keySet())
                .containsExactly(LIFE);
    }

    @Test
    void aChoiceOfOneLineAndOneInsurerInAnotherBindsBoth() {
        registrations.choice("2013-03-01", Term.SIX_MONTHS, LIFE, BEIDOU);

        assertThat(registrations.now(TAIHANG)).isEqualTo("2013-03-11..2013-09-11");
        assertThat(registrations.now(BEIDOU)).isEqualTo("2013-03-11..2013-09-11");
    }

    @Test
    void aChoiceOfNobodyEndsAllBlocks() {
        registrations
                .complaint("2013-01-01", YUNHE, LIFE, Term.ONE_YEAR)
                .complaint("2013-01-01", YUNHE, YUNHE, Term.TWO_YEARS)
                .cancellation("2013-03-01");

        assertThat(registrations.history().asOf(registrations.revision()).byScope())
                .isEmpty();
    }

    @Test
    void aChoiceMayBeginAgainAfterACancellation() {
        registrations
                .choice("2013-01-01", Term.ONE_YEAR, LIFE)
                .cancellation("2013-03-01")
                .choice("2013-03-02", Term.ONE_YEAR, LIFE);

        assertThat(registrations.now(YUNHE)).isEqualTo("2013-03-12..2014-03-12");
    }

    @Test
    void aComplaintAfterAChoiceChangesNothingIfItIsOfTheSameDayOrEarlier() {
        registrations
                .choice("2013-03-01", Term.SIX_MONTHS, CHANGQING)
                .complaint("2013-03-05", YUNHE, LIFE, Term.TWO_YEARS, "2013-03-01")
                .complaint("2013-03-05", CHANGQING, CHANGQING, Term.TWO_YEARS, "2013-02-28");

        assertThat(registrations.now(YUNHE)).isEqualTo("none");
        assertThat(registrations.now(CHANGQING)).isEqualTo("2013-03-11..2013-09-11");
    }

    @Test
    void aComplaintAfterAChoiceActsOnTheUploaderAloneIfItIsOfALaterDay() {
        registrations
                .choice("2013-03-01", Term.SIX_MONTHS, CHANGQING)
                .complaint("2013-03-05", YUNHE, LIFE, Term.TWO_YEARS, "2013-03-02");

        assertThat(registrations.now(YUNHE)).isEqualTo("2013-03-15..2015-03-15");
        assertThat(registrations.now(CHANGQING)).isEqualTo("2013-03-11..2013-09-11");
        assertThat(registrations.now(TAIHANG)).isEqualTo("none");
    }

    @Test
    void complaintAfterChoiceOfLineExtendsUploadersBlock() {
        registrations
                .choice("2013-03-01", Term.SIX_MONTHS, LIFE)
                .complaint("2013-03-05", YUNHE, LIFE, Term.TWO_YEARS, "2013-03-02");

        assertThat(registrations.now(YUNHE)).isEqualTo("2013-03-11..2015-03-15");
        assertThat(registrations.now(CHANGQING)).isEqualTo("2013-03-11..2013-09-11");
    }

    @Test
    void aComplaintAfterAChoiceIsJudgedByACancellationAsByAnyChoice() {
        registrations
                .cancellation("2013-03-01")
                .complaint("2013-03-05", YUNHE, LIFE, Term.TWO_YEARS, "2013-03-01")
                .complaint("2013-03-05", CHANGQING, LIFE, Term.TWO_YEARS, "2013-03-02");

        assertThat(registrations.now(YUNHE)).isEqualTo("none");
        assertThat(registrations.now(CHANGQING)).isEqualTo("2013-03-15..2015-03-15");
        assertThat(registrations.now(TAIHANG)).isEqualTo("none");
    }

    @Test
    void aComplaintAfterAChoiceIsJudgedByTheLastChoiceAlone() {
        registrations
                .choice("2013-03-01", Term.SIX_MONTHS, LIFE)
                .choice("2013-04-01", Term.SIX_MONTHS, LIFE)
                .complaint("2013-04-05", YUNHE, YUNHE, Term.TWO_YEARS, "2013-03-15");

        assertThat(registrations.now(YUNHE)).isEqualTo("2013-03-11..2013-10-11");
        assertThat(registrations.history().asOf(registrations.revision()).lastConsumerRegistrationOn())
                .contains(LocalDate.of(2013, 4, 1));
    }

    @Test
    void aComplaintAboutSeveralLinesBindsEachInsurerInThoseThatItSells() {
        registrations.complaint("2013-01-01", TAIHANG, Set.of(LIFE, MOTOR), Term.ONE_YEAR, "2013-01-01");

        assertThat(registrations.now(YUNHE)).isEqualTo("2013-01-11..2014-01-11");
        assertThat(registrations.now(TAIHANG, MOTOR)).isEqualTo("2013-01-11..2014-01-11");
        assertThat(registrations.now(BEIDOU, MOTOR)).isEqualTo("2013-01-11..2014-01-11");
        assertThat(registrations.now(BEIDOU, PROPERTY)).isEqualTo("none");
    }

    @Test
    void aComplaintForTheUploaderAboutOneLineLeavesItsOtherLineFree() {
        registrations.complaint("2013-01-01", BEIDOU, RegistrationFixture.scope(BEIDOU, MOTOR), Term.ONE_YEAR);

        assertThat(registrations.now(BEIDOU, MOTOR)).isEqualTo("2013-01-11..2014-01-11");
        assertThat(registrations.now(BEIDOU, PROPERTY)).isEqualTo("none");
        assertThat(registrations.now(TAIHANG, MOTOR)).isEqualTo("none");
    }

    @Test
    void aChoiceKeepsOneLineOfAnInsurerAndDropsTheOther() {
        registrations
                .complaint("2013-01-01", BEIDOU, Set.of(MOTOR, PROPERTY), Term.TWO_YEARS, "2013-01-01")
                .choice("2013-03-01", Term.ONE_YEAR, PROPERTY, RegistrationFixture.scope(TAIHANG, MOTOR));

        assertThat(registrations.now(BEIDOU, PROPERTY)).isEqualTo("2013-01-11..2014-03-11");
        assertThat(registrations.now(BEIDOU, MOTOR)).isEqualTo("none");
        assertThat(registrations.now(TAIHANG, MOTOR)).isEqualTo("2013-01-11..2014-03-11");
    }

    @Test
    void aComplaintAfterAChoiceActsOnTheUploaderAloneInEachOfItsLines() {
        registrations
                .choice("2013-03-01", Term.SIX_MONTHS, LIFE)
                .complaint("2013-03-05", BEIDOU, Set.of(MOTOR, PROPERTY), Term.TWO_YEARS, "2013-03-02");

        assertThat(registrations.now(BEIDOU, MOTOR)).isEqualTo("2013-03-15..2015-03-15");
        assertThat(registrations.now(BEIDOU, PROPERTY)).isEqualTo("2013-03-15..2015-03-15");
        assertThat(registrations.now(TAIHANG, MOTOR)).isEqualTo("none");
        assertThat(registrations.now(YUNHE)).isEqualTo("2013-03-11..2013-09-11");
    }

    @Test
    void aSuccessorInheritsLineByLine() {
        registrations
                .complaint("2013-01-01", YUNHE, YUNHE, Term.ONE_YEAR)
                .choice("2013-02-01", Term.ONE_YEAR, YUNHE, RegistrationFixture.scope(TAIHANG, MOTOR))
                .succession("2013-03-01", YUNHE, TAIHANG);

        assertThat(registrations.now(TAIHANG)).isEqualTo("2013-01-11..2014-02-11");
        assertThat(registrations.now(TAIHANG, MOTOR)).isEqualTo("2013-02-11..2014-02-11");
    }

    @Test
    void aNumberThatHasChangedHandsIsFree() {
        registrations.choice("2013-01-01", Term.ONE_YEAR, LIFE).release("2013-03-01");

        assertThat(registrations.history().asOf(registrations.revision()).byScope())
                .isEmpty();
        assertThat(registrations.history().asOf(registrations.revision()).lastConsumerRegistrationOn())
                .contains(LocalDate.of(2013, 3, 1));
    }

    @Test
    void complaintOfFormerHolderDoesNotCount() {
        registrations.release("2013-03-01").complaint("2013-03-05", YUNHE, LIFE, Term.ONE_YEAR, "2013-03-01");

        assertThat(registrations.now(YUNHE)).isEqualTo("none");
    }

    @Test
    void complaintOfNewHolderBindsWholeLine() {
        registrations
                .choice("2013-01-01", Term.ONE_YEAR, YUNHE)
                .release("2013-03-01")
                .complaint("2013-03-05", YUNHE, LIFE, Term.ONE_YEAR, "2013-03-02");

        assertThat(registrations.now(CHANGQING)).isEqualTo("2013-03-15..2014-03-15");
    }

    @Test
    void aSuccessorMustNotCallWhomTheOtherMustNotCall() {
        registrations.choice("2013-01-01", Term.ONE_YEAR, YUNHE).succession("2013-03-01", YUNHE, CHANGQING);

        assertThat(registrations.now(CHANGQING)).isEqualTo("2013-01-11..2014-01-11");
        assertThat(registrations.now(TAIHANG)).isEqualTo("none");
    }

    @Test
    void successorHasEarlierBeginAndLaterEnd() {
        registrations
                .complaint("2013-01-01", YUNHE, YUNHE, Term.SIX_MONTHS)
                .complaint("2013-02-01", CHANGQING, CHANGQING, Term.ONE_YEAR)
                .succession("2013-03-01", YUNHE, CHANGQING);

        assertThat(registrations.now(CHANGQING)).isEqualTo("2013-01-11..2014-02-11");
    }

    @Test
    void aSuccessorInheritsNoBlockThatIsOver() {
        registrations.complaint("2013-01-01", YUNHE, YUNHE, Term.SIX_MONTHS).succession("2013-07-11", YUNHE, CHANGQING);

        assertThat(registrations.now(CHANGQING)).isEqualTo("none");
    }

    @Test
    void aSuccessorInheritsABlockOnItsLastDay() {
        registrations.complaint("2013-01-01", YUNHE, YUNHE, Term.SIX_MONTHS).succession("2013-07-10", YUNHE, CHANGQING);

        assertThat(registrations.now(CHANGQING)).isEqualTo("2013-01-11..2013-07-11");
    }

    @Test
    void aSuccessorWhoseOwnBlockIsOverBeginsWithTheOthers() {
        registrations
                .complaint("2013-01-01", CHANGQING, CHANGQING, Term.SIX_MONTHS)
                .complaint("2013-06-01", YUNHE, YUNHE, Term.SIX_MONTHS)
                .succession("2013-07-20", YUNHE, CHANGQING);

        assertThat(registrations.now(CHANGQING)).isEqualTo("2013-06-11..2013-12-11");
    }

    @Test
    void aSuccessorHasNoBlockOfItsOwnWhereThatOfTheLineSaysTheSame() {
        registrations.complaint("2013-01-01", YUNHE, LIFE, Term.ONE_YEAR).succession("2013-03-01", YUNHE, CHANGQING);

        assertThat(registrations
                        .history()
                        .asOf(registrations.revision())
                        .byScope()
                        .keySet())
                .containsExactly(LIFE);
    }

    @Test
    void aSuccessorIsBoundByAnUploadOfTheOtherThatWasPending() {
        registrations.succession("2013-03-01", YUNHE, CHANGQING).complaint("2013-02-20", YUNHE, YUNHE, Term.ONE_YEAR);

        assertThat(registrations.now(CHANGQING)).isEqualTo("2013-03-02..2014-03-02");
        assertThat(registrations.now(YUNHE)).isEqualTo("none");
    }

    @Test
    void aSuccessorIsMeantWhereAConsumerNamesTheOther() {
        registrations
                .succession("2013-03-01", YUNHE, CHANGQING)
                .succession("2013-03-02", CHANGQING, TAIHANG)
                .choice("2013-04-01", Term.ONE_YEAR, YUNHE);

        assertThat(registrations.now(TAIHANG)).isEqualTo("2013-04-11..2014-04-11");
        assertThat(registrations.now(CHANGQING)).isEqualTo("none");
    }

    @Test
    void lateComplaintAfterChoiceBindsSuccessorAlone() {
        registrations
                .succession("2013-03-01", YUNHE, CHANGQING)
                .cancellation("2013-03-02")
                .complaint("2013-03-10", YUNHE, LIFE, Term.ONE_YEAR);

        assertThat(registrations.now(CHANGQING)).isEqualTo("2013-03-20..2014-03-20");
        assertThat(registrations.now(TAIHANG)).isEqualTo("none");
    }

    @Test
    void anInsurerThatDoesNotExistIsAnErrorAndNoGuess() {
        Registration choice = new RegistrationFixture()
                .choice("2013-04-01", Term.ONE_YEAR, YUNHE)
                .registrations()
                .get(0);

        assertThatIllegalStateException()
                .isThrownBy(() -> new DerivedBlocks(BlockScopes.of(List.of(), Map.of())).fold(choice))
                .withMessageContaining("the number 1");
    }
}
