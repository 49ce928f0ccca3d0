package jinbo.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.DestroyedSubjectKeys;
import jinbo.batch.reconciliation.RuleResult;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.Insurer;
import jinbo.reference.phone.Mobile;
import jinbo.registry.EraseNumbers.EndedNumbers;
import jinbo.registry.EraseNumbers.RegistrationHashes;
import jinbo.registry.TestRegistry.Row;
import jinbo.testing.TestLines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EraseNumbersIT {

    private static final long NUMBER = 13810001234L;
    private static final String LATER = "2013-11-01";

    private final TestRegistry registry = new TestRegistry();
    private final TestRegistrations registrations = new TestRegistrations(registry);
    private Insurer yunhe;

    @BeforeEach
    void joinAnInsurer() {
        yunhe = registry.join("YUNHE", TestLines.LIFE);
    }

    @AfterEach
    void everyBlockFollowsFromTheRegistrationsThatAreLeft() {
        assertThat(registry.verify()).allMatch(RuleResult::holds);
        registry.close();
    }

    @Test
    void aNumberHasEndedOnTheDayOnWhichItsBlockIsOver() {
        registry.merge(yunhe, "2012-09-21", "2012-10-09", Row.all(NUMBER, Term.SIX_MONTHS));
        registrations.on(LATER);

        assertThat(erase("2013-04-08", 10)).isEqualTo(ErasureCount.NOTHING);
        assertThat(isKnownAndErased(NUMBER)).isFalse();

        assertThat(erase("2013-04-09", 10)).isEqualTo(new ErasureCount(1, 1));
        assertThat(isKnownAndErased(NUMBER)).isTrue();
        assertThat(isKnownAndErased(NUMBER + 1)).isFalse();
        assertThat(registrations.history(NUMBER).registrations()).isEmpty();
        assertThat(registry.count("block")).isZero();
    }

    @Test
    void aBlockOfAnyInsurerThatGoesOnKeepsTheNumber() {
        registry.merge(
                yunhe, "2012-09-21", "2012-10-09", Row.all(NUMBER, Term.SIX_MONTHS), Row.self(NUMBER, Term.ONE_YEAR));
        registrations.on(LATER);

        assertThat(erase("2013-10-08", 10)).isEqualTo(ErasureCount.NOTHING);
        assertThat(erase("2013-10-09", 10)).isEqualTo(new ErasureCount(1, 2));
    }

    @Test
    void aNumberWithoutBlocksEndedOnTheDayOfItsLastRegistration() {
        registrations.on("2012-09-21").choose(NUMBER, Term.TWO_YEARS, yunhe);
        registrations.on("2012-11-05").cancel(NUMBER);
        registrations.choose(NUMBER + 1, Term.TWO_YEARS, yunhe);
        registrations.release(NUMBER + 1);
        registrations.on(LATER);

        assertThat(erase("2012-11-04", 10)).isEqualTo(ErasureCount.NOTHING);
        assertThat(erase("2012-11-05", 10)).isEqualTo(new ErasureCount(2, 4));
        assertThat(registry.count("last_consumer_registration")).isZero();
    }

    @Test
    void aNumberThatWasWithdrawnEndedOnThatDay() {
        registry.merge(yunhe, "2012-09-21", "2012-10-09", Row.all(NUMBER, Term.TWO_YEARS));
        registrations.on("2012-11-05").withdraw(yunhe, registrations.lastFile(), 2);
        registrations.on(LATER);

        assertThat(erase("2012-11-04", 10)).isEqualTo(ErasureCount.NOTHING);
        assertThat(erase("2012-11-05", 10)).isEqualTo(new ErasureCount(1, 1));
    }

    @Test
    void erasureGoesThroughAllGroupsAndEndsAtATurn() {
        for (int place = 0; place < 7; place++) {
            Term term = place % 3 == 0 ? Term.SIX_MONTHS : Term.TWO_YEARS;
            registry.merge(yunhe, "2012-09-21", "2012-10-09", Row.all(NUMBER + place, term));
        }
        registrations.on(LATER);

        assertThat(erase("2013-04-09", 2)).isEqualTo(new ErasureCount(3, 3));
        assertThat(registry.parts().bean(Erasures.class).soFar()).isEqualTo(new ErasureCount(3, 3));
        assertThat(erase("2013-04-09", 2)).isEqualTo(ErasureCount.NOTHING);
        assertThat(registry.parts().bean(Erasures.class).soFar()).isEqualTo(new ErasureCount(3, 3));
        assertThat(List.of(isKnownAndErased(NUMBER), isKnownAndErased(NUMBER + 1), isKnownAndErased(NUMBER + 6)))
                .containsExactly(true, false, true);
    }

    @Test
    void whoeverBringsAnErasedNumberBringsANewOne() {
        registrations.on("2012-09-21").cancel(NUMBER);
        registrations.on(LATER);
        erase("2013-05-01", 10);

        registry.merge(
                yunhe, LATER, "2013-11-13", Row.all(NUMBER, Term.ONE_YEAR).of("2012-09-21"));

        assertThat(registry.list(yunhe, LATER)).containsExactly("13810001234 2013-11-13 2014-11-13");
        assertThat(isKnownAndErased(NUMBER)).isTrue();
    }

    @Test
    void theRegistrationsOfAYearAreHashedUnderItsKey() {
        registrations.on("2012-09-21").choose(NUMBER, Term.SIX_MONTHS, yunhe);
        registrations.on("2013-01-05").cancel(NUMBER);
        registrations.on(LATER);

        erase("2013-01-05", 10);

        assertThat(epochs()).containsExactly(2012, 2013);
    }

    @Test
    void destroyedKeyIsReplacedByThatOfLastRegistrationOrThisYear() {
        registrations.on("2012-09-21").choose(NUMBER, Term.TWO_YEARS, yunhe);
        registrations.choose(NUMBER + 1, Term.SIX_MONTHS, yunhe);
        registrations.on("2013-01-05").cancel(NUMBER);
        registrations.on("2017-01-05").cancel(NUMBER + 9);
        destroy(2012);

        erase("2013-04-26", 10);

        assertThat(epochs()).containsExactly(2013, 2013, 2017);
        assertThat(isKnownAndErased(NUMBER)).isTrue();
        assertThat(isKnownAndErased(NUMBER + 1)).isTrue();
    }

    @Test
    void nothingIsErasedOutsideATransaction() {
        AccessPermit permit = registry.permit(AccessAction.ERASE);

        assertThatIllegalStateException()
                .isThrownBy(() -> registry.parts()
                        .bean(EraseNumbers.class)
                        .next(permit, ErasureProgress.begin(LocalDate.of(2013, 1, 1), 1)))
                .withMessageContaining("outside a transaction");
    }

    @Test
    void noNumberIsInTheWordsOfWhatIsErased() {
        assertThat(new EndedNumbers.Group(NUMBER, List.of(NUMBER)))
                .hasToString("a group of which 1 numbers have ended");
        assertThat(new RegistrationHashes.HashOfYear(NUMBER, 2012, 2013, new byte[0]))
                .hasToString("a hash for registrations of 2012 under the key of 2013");
    }

    private ErasureCount erase(String endedBy, int groupSize) {
        ErasureProgress progress = ErasureProgress.begin(LocalDate.parse(endedBy), groupSize);
        ErasureCount sum = ErasureCount.NOTHING;
        for (int groups = 0; !progress.isOver(); groups++) {
            assertThat(groups).as("groups").isLessThan(20);
            ErasureProgress from = progress;
            EraseNumbers.Result group = registry.parts()
                    .inTransaction(() ->
                            registry.parts().bean(EraseNumbers.class).next(registry.permit(AccessAction.ERASE), from));
            sum = new ErasureCount(
                    sum.numbers() + group.erased().numbers(),
                    sum.registrations() + group.erased().registrations());
            progress = group.progress();
        }
        return sum;
    }

    private void destroy(int year) {
        DestroyedSubjectKeys keys = registry.parts().bean(DestroyedSubjectKeys.class);
        keys.recordDestroyed(year);
        keys.destroy(year);
        assertThat(keys.years()).isEqualTo(Set.of(year));
    }

    private boolean isKnownAndErased(long number) {
        return registry.parts().bean(PastRegistrations.class).wereErased(registry.permit(), new Mobile(number));
    }

    private List<Integer> epochs() {
        return registry.sql()
                .sql("select subject_epoch from registration where subject is not null order by 1")
                .query(Integer.class)
                .list();
    }
}
