package jinbo.registry;

import static jinbo.registry.MadeActs.BEIDOU;
import static jinbo.registry.MadeActs.CHANGQING;
import static jinbo.registry.MadeActs.LIFE;
import static jinbo.registry.MadeActs.PROPERTY;
import static jinbo.registry.MadeActs.TAIHANG;
import static jinbo.registry.MadeActs.YUNHE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.Map;
import jinbo.exchange.Term;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Rules 4 and 5 of the design and the succession, an example each. */
class DerivedBlocksTest {

    private final MadeActs acts = new MadeActs();

    @Nested
    class Complaints {

        @Test
        void forAllBindTheSectorAndNobodyElse() {
            acts.complaint("2013-01-01", YUNHE, LIFE, Term.ONE_YEAR);

            assertThat(acts.now(YUNHE)).isEqualTo("2013-01-11..2014-01-11");
            assertThat(acts.now(CHANGQING)).isEqualTo("2013-01-11..2014-01-11");
            assertThat(acts.now(BEIDOU)).isEqualTo("none");
        }

        @Test
        void forOneselfBindOneself() {
            acts.complaint("2013-01-01", YUNHE, YUNHE, Term.ONE_YEAR);

            assertThat(acts.now(YUNHE)).isEqualTo("2013-01-11..2014-01-11");
            assertThat(acts.now(CHANGQING)).isEqualTo("none");
        }

        @Test
        void addToALivingBanTheEarlierBeginAndTheLaterEnd() {
            acts.complaint("2013-01-01", YUNHE, LIFE, Term.ONE_YEAR)
                    .complaint("2013-02-01", CHANGQING, LIFE, Term.SIX_MONTHS)
                    .complaint("2013-03-01", CHANGQING, CHANGQING, Term.TWO_YEARS);

            assertThat(acts.now(YUNHE)).isEqualTo("2013-01-11..2014-01-11");
            assertThat(acts.now(CHANGQING)).isEqualTo("2013-01-11..2015-03-11");
        }

        @Test
        void forAllWidenTheOwnBansOfTheSectorToo() {
            acts.complaint("2013-01-01", YUNHE, YUNHE, Term.SIX_MONTHS)
                    .complaint("2013-01-01", BEIDOU, BEIDOU, Term.SIX_MONTHS)
                    .complaint("2013-02-01", CHANGQING, LIFE, Term.ONE_YEAR);

            assertThat(acts.now(YUNHE)).isEqualTo("2013-01-11..2014-02-11");
            assertThat(acts.now(CHANGQING)).isEqualTo("2013-02-11..2014-02-11");
            assertThat(acts.now(BEIDOU)).isEqualTo("2013-01-11..2013-07-11");
        }

        @Test
        void beginAnewOnTheDayOnWhichABanIsOver() {
            acts.complaint("2013-01-01", YUNHE, LIFE, Term.SIX_MONTHS)
                    .complaint("2013-07-11", YUNHE, LIFE, Term.SIX_MONTHS);

            assertThat(acts.now(YUNHE)).isEqualTo("2013-07-21..2014-01-21");
        }

        @Test
        void goOnFromABanOnItsLastDay() {
            acts.complaint("2013-01-01", YUNHE, LIFE, Term.SIX_MONTHS)
                    .complaint("2013-07-10", YUNHE, LIFE, Term.SIX_MONTHS);

            assertThat(acts.now(YUNHE)).isEqualTo("2013-01-11..2014-01-20");
        }

        @Test
        void ofAnUploadThatWasReceivedEarlierBringTheEarlierBegin() {
            acts.complaint("2013-02-01", YUNHE, LIFE, Term.ONE_YEAR)
                    .complaint("2013-01-01", CHANGQING, LIFE, Term.SIX_MONTHS);

            assertThat(acts.now(TAIHANG)).isEqualTo("2013-01-11..2014-02-11");
        }
    }

    @Nested
    class AChoice {

        @Test
        void keepsTheBeginOfAnInsurerThatItKeepsAndGivesItsOwnEnd() {
            acts.complaint("2013-01-01", YUNHE, LIFE, Term.TWO_YEARS).choice("2013-03-01", Term.SIX_MONTHS, YUNHE);

            assertThat(acts.now(YUNHE)).isEqualTo("2013-01-11..2013-09-11");
        }

        @Test
        void dropsWhomItDoesNotName() {
            acts.complaint("2013-01-01", YUNHE, LIFE, Term.TWO_YEARS)
                    .complaint("2013-01-01", BEIDOU, PROPERTY, Term.TWO_YEARS)
                    .choice("2013-03-01", Term.ONE_YEAR, YUNHE);

            assertThat(acts.now(CHANGQING)).isEqualTo("none");
            assertThat(acts.now(BEIDOU)).isEqualTo("none");
        }

        @Test
        void bindsOneThatIsNewFromItsOwnFirstDay() {
            acts.complaint("2013-01-01", YUNHE, YUNHE, Term.TWO_YEARS)
                    .choice("2013-03-01", Term.ONE_YEAR, YUNHE, CHANGQING);

            assertThat(acts.now(YUNHE)).isEqualTo("2013-01-11..2014-03-11");
            assertThat(acts.now(CHANGQING)).isEqualTo("2013-03-11..2014-03-11");
        }

        @Test
        void takesABanThatIsOverForNone() {
            acts.complaint("2013-01-01", YUNHE, LIFE, Term.SIX_MONTHS).choice("2013-07-11", Term.ONE_YEAR, LIFE);

            assertThat(acts.now(YUNHE)).isEqualTo("2013-07-21..2014-07-21");
        }

        @Test
        void keepsABanOnItsLastDay() {
            acts.complaint("2013-01-01", YUNHE, LIFE, Term.SIX_MONTHS).choice("2013-07-10", Term.ONE_YEAR, LIFE);

            assertThat(acts.now(YUNHE)).isEqualTo("2013-01-11..2014-07-20");
        }

        @Test
        void ofASectorKeepsEachOfItsInsurersOwnBegin() {
            acts.complaint("2013-01-01", YUNHE, YUNHE, Term.ONE_YEAR)
                    .complaint("2013-02-01", CHANGQING, LIFE, Term.ONE_YEAR)
                    .choice("2013-03-01", Term.SIX_MONTHS, LIFE);

            assertThat(acts.now(YUNHE)).isEqualTo("2013-01-11..2013-09-11");
            assertThat(acts.now(CHANGQING)).isEqualTo("2013-02-11..2013-09-11");
        }

        @Test
        void ofASectorTouchesNobodysBanInTheOther() {
            acts.complaint("2013-01-01", BEIDOU, BEIDOU, Term.ONE_YEAR).choice("2013-03-01", Term.SIX_MONTHS, LIFE);

            assertThat(acts.now(BEIDOU)).isEqualTo("none");
            assertThat(acts.history().asOf(acts.revision()).byScope().keySet()).containsExactly(LIFE);
        }

        @Test
        void thatNamesAnInsurerBesideItsSectorBindsItOnce() {
            acts.choice("2013-03-01", Term.SIX_MONTHS, YUNHE, LIFE);

            assertThat(acts.history().asOf(acts.revision()).byScope().keySet()).containsExactly(LIFE);
        }

        @Test
        void ofOneSectorAndOneInsurerOfTheOtherBindsBoth() {
            acts.choice("2013-03-01", Term.SIX_MONTHS, LIFE, BEIDOU);

            assertThat(acts.now(TAIHANG)).isEqualTo("2013-03-11..2013-09-11");
            assertThat(acts.now(BEIDOU)).isEqualTo("2013-03-11..2013-09-11");
        }

        @Test
        void ofNobodyEndsAllBans() {
            acts.complaint("2013-01-01", YUNHE, LIFE, Term.ONE_YEAR)
                    .complaint("2013-01-01", YUNHE, YUNHE, Term.TWO_YEARS)
                    .cancellation("2013-03-01");

            assertThat(acts.history().asOf(acts.revision()).byScope()).isEmpty();
        }

        @Test
        void mayBeginAgainAfterACancellation() {
            acts.choice("2013-01-01", Term.ONE_YEAR, LIFE)
                    .cancellation("2013-03-01")
                    .choice("2013-03-02", Term.ONE_YEAR, LIFE);

            assertThat(acts.now(YUNHE)).isEqualTo("2013-03-12..2014-03-12");
        }
    }

    @Nested
    class AComplaintAboutANumberWhoseHolderHasChosen {

        @Test
        void changesNothingIfItIsOfTheSameDayOrEarlier() {
            acts.choice("2013-03-01", Term.SIX_MONTHS, CHANGQING)
                    .complaint("2013-03-05", YUNHE, LIFE, Term.TWO_YEARS, "2013-03-01")
                    .complaint("2013-03-05", CHANGQING, CHANGQING, Term.TWO_YEARS, "2013-02-28");

            assertThat(acts.now(YUNHE)).isEqualTo("none");
            assertThat(acts.now(CHANGQING)).isEqualTo("2013-03-11..2013-09-11");
        }

        @Test
        void actsOnTheUploaderAloneIfItIsOfALaterDay() {
            acts.choice("2013-03-01", Term.SIX_MONTHS, CHANGQING)
                    .complaint("2013-03-05", YUNHE, LIFE, Term.TWO_YEARS, "2013-03-02");

            assertThat(acts.now(YUNHE)).isEqualTo("2013-03-15..2015-03-15");
            assertThat(acts.now(CHANGQING)).isEqualTo("2013-03-11..2013-09-11");
            assertThat(acts.now(TAIHANG)).isEqualTo("none");
        }

        @Test
        void widensTheUploadersBanThatTheSectorsChoiceGaveIt() {
            acts.choice("2013-03-01", Term.SIX_MONTHS, LIFE)
                    .complaint("2013-03-05", YUNHE, LIFE, Term.TWO_YEARS, "2013-03-02");

            assertThat(acts.now(YUNHE)).isEqualTo("2013-03-11..2015-03-15");
            assertThat(acts.now(CHANGQING)).isEqualTo("2013-03-11..2013-09-11");
        }

        @Test
        void isJudgedByACancellationAsByAnyChoice() {
            acts.cancellation("2013-03-01")
                    .complaint("2013-03-05", YUNHE, LIFE, Term.TWO_YEARS, "2013-03-01")
                    .complaint("2013-03-05", CHANGQING, LIFE, Term.TWO_YEARS, "2013-03-02");

            assertThat(acts.now(YUNHE)).isEqualTo("none");
            assertThat(acts.now(CHANGQING)).isEqualTo("2013-03-15..2015-03-15");
            assertThat(acts.now(TAIHANG)).isEqualTo("none");
        }

        @Test
        void isJudgedByTheLastChoiceAlone() {
            acts.choice("2013-03-01", Term.SIX_MONTHS, LIFE)
                    .choice("2013-04-01", Term.SIX_MONTHS, LIFE)
                    .complaint("2013-04-05", YUNHE, YUNHE, Term.TWO_YEARS, "2013-03-15");

            assertThat(acts.now(YUNHE)).isEqualTo("2013-03-11..2013-10-11");
            assertThat(acts.history().asOf(acts.revision()).lastWordOn()).contains(LocalDate.of(2013, 4, 1));
        }
    }

    @Nested
    class ANumberThatHasChangedHands {

        @Test
        void isFree() {
            acts.choice("2013-01-01", Term.ONE_YEAR, LIFE).release("2013-03-01");

            assertThat(acts.history().asOf(acts.revision()).byScope()).isEmpty();
            assertThat(acts.history().asOf(acts.revision()).lastWordOn()).contains(LocalDate.of(2013, 3, 1));
        }

        @Test
        void isNotBoundByComplaintsOfItsFormerHolder() {
            acts.release("2013-03-01").complaint("2013-03-05", YUNHE, LIFE, Term.ONE_YEAR, "2013-03-01");

            assertThat(acts.now(YUNHE)).isEqualTo("none");
        }

        @Test
        void isBoundByComplaintsOfItsNewHolderForTheWholeSector() {
            acts.choice("2013-01-01", Term.ONE_YEAR, YUNHE)
                    .release("2013-03-01")
                    .complaint("2013-03-05", YUNHE, LIFE, Term.ONE_YEAR, "2013-03-02");

            assertThat(acts.now(CHANGQING)).isEqualTo("2013-03-15..2014-03-15");
        }
    }

    @Nested
    class ASuccessor {

        @Test
        void mustNotCallWhomTheOtherMustNotCall() {
            acts.choice("2013-01-01", Term.ONE_YEAR, YUNHE).succession("2013-03-01", YUNHE, CHANGQING);

            assertThat(acts.now(CHANGQING)).isEqualTo("2013-01-11..2014-01-11");
            assertThat(acts.now(TAIHANG)).isEqualTo("none");
        }

        @Test
        void keepsQuietUntilTheLaterOfTwoEndsFromTheEarlierOfTwoBegins() {
            acts.complaint("2013-01-01", YUNHE, YUNHE, Term.SIX_MONTHS)
                    .complaint("2013-02-01", CHANGQING, CHANGQING, Term.ONE_YEAR)
                    .succession("2013-03-01", YUNHE, CHANGQING);

            assertThat(acts.now(CHANGQING)).isEqualTo("2013-01-11..2014-02-11");
        }

        @Test
        void inheritsNoBanThatIsOver() {
            acts.complaint("2013-01-01", YUNHE, YUNHE, Term.SIX_MONTHS).succession("2013-07-11", YUNHE, CHANGQING);

            assertThat(acts.now(CHANGQING)).isEqualTo("none");
        }

        @Test
        void inheritsABanOnItsLastDay() {
            acts.complaint("2013-01-01", YUNHE, YUNHE, Term.SIX_MONTHS).succession("2013-07-10", YUNHE, CHANGQING);

            assertThat(acts.now(CHANGQING)).isEqualTo("2013-01-11..2013-07-11");
        }

        @Test
        void whoseOwnBanIsOverBeginsWithTheOthers() {
            acts.complaint("2013-01-01", CHANGQING, CHANGQING, Term.SIX_MONTHS)
                    .complaint("2013-06-01", YUNHE, YUNHE, Term.SIX_MONTHS)
                    .succession("2013-07-20", YUNHE, CHANGQING);

            assertThat(acts.now(CHANGQING)).isEqualTo("2013-06-11..2013-12-11");
        }

        @Test
        void hasNoBlockOfItsOwnWhereTheSectorsSaysTheSame() {
            acts.complaint("2013-01-01", YUNHE, LIFE, Term.ONE_YEAR).succession("2013-03-01", YUNHE, CHANGQING);

            assertThat(acts.history().asOf(acts.revision()).byScope().keySet()).containsExactly(LIFE);
        }

        @Test
        void isBoundByAnUploadOfTheOtherThatWasPending() {
            acts.succession("2013-03-01", YUNHE, CHANGQING).complaint("2013-02-20", YUNHE, YUNHE, Term.ONE_YEAR);

            assertThat(acts.now(CHANGQING)).isEqualTo("2013-03-02..2014-03-02");
            assertThat(acts.now(YUNHE)).isEqualTo("none");
        }

        @Test
        void isMeantWhereAConsumerNamesTheOther() {
            acts.succession("2013-03-01", YUNHE, CHANGQING)
                    .succession("2013-03-02", CHANGQING, TAIHANG)
                    .choice("2013-04-01", Term.ONE_YEAR, YUNHE);

            assertThat(acts.now(TAIHANG)).isEqualTo("2013-04-11..2014-04-11");
            assertThat(acts.now(CHANGQING)).isEqualTo("none");
        }

        @Test
        void isBoundAloneByTheOthersLateComplaintAboutANumberWhoseHolderHasChosen() {
            acts.succession("2013-03-01", YUNHE, CHANGQING)
                    .cancellation("2013-03-02")
                    .complaint("2013-03-10", YUNHE, LIFE, Term.ONE_YEAR);

            assertThat(acts.now(CHANGQING)).isEqualTo("2013-03-20..2014-03-20");
            assertThat(acts.now(TAIHANG)).isEqualTo("none");
        }
    }

    @Test
    void anInsurerThatDoesNotExistIsAnErrorAndNoGuess() {
        Act choice =
                new MadeActs().choice("2013-04-01", Term.ONE_YEAR, YUNHE).acts().get(0);

        assertThatIllegalStateException()
                .isThrownBy(() -> new DerivedBlocks(Map.of()).fold(choice))
                .withMessageContaining("id 1");
    }
}
