package jinbo.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Optional;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessAlreadyEndedException;
import jinbo.accesslog.AccessPermit;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.Insurer;
import jinbo.reference.phone.Mobile;
import jinbo.registry.TestRegistry.Row;
import jinbo.testing.TestLines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A registration leads to its number while it is the last one of the number. */
class ConsumerRegistrationNumbersIT {

    private static final long NUMBER = 13810001234L;
    private static final long NEIGHBOUR = 13810001235L;

    private final TestRegistry registry = new TestRegistry();
    private final TestRegistrations registrations = new TestRegistrations(registry);
    private Insurer yunhe;

    @BeforeEach
    void joinAnInsurer() {
        yunhe = registry.join("YUNHE", TestLines.LIFE);
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void findsNumberOfLastRegistrationDespiteLaterUploads() {
        ConsumerChoices.Result result = registrations.on("2012-09-21").choose(NUMBER, Term.SIX_MONTHS, yunhe);
        registrations.on("2012-09-24").choose(NEIGHBOUR, Term.SIX_MONTHS, yunhe);
        registry.merge(yunhe, "2012-09-25", "2012-10-10", Row.all(NUMBER, Term.TWO_YEARS));

        assertThat(holder(result)).contains(new Mobile(NUMBER));
    }

    @Test
    void aWordThatNamesManyHasOneNumber() {
        ConsumerChoices.Result result = registrations
                .on("2012-09-21")
                .choose(NUMBER, Term.SIX_MONTHS, yunhe, registry.join("CHANGQING", TestLines.LIFE));

        assertThat(holder(result)).contains(new Mobile(NUMBER));
    }

    @Test
    void ofTwoRegistrationsOfOneDayTheFirstHasNoNumber() {
        ConsumerChoices.Result first = registrations.on("2012-09-21").choose(NUMBER, Term.SIX_MONTHS, yunhe);
        ConsumerChoices.Result second = registrations.choose(NUMBER, Term.ONE_YEAR, yunhe);

        assertThat(holder(first)).isEmpty();
        assertThat(holder(second)).contains(new Mobile(NUMBER));
    }

    @Test
    void afterACancellationItHasNone() {
        ConsumerChoices.Result result = registrations.on("2012-09-21").choose(NUMBER, Term.SIX_MONTHS, yunhe);
        registrations.on("2012-09-24").cancel(NUMBER);

        assertThat(holder(result)).isEmpty();
    }

    @Test
    void afterTheNumberHasChangedHandsItHasNone() {
        ConsumerChoices.Result result = registrations.on("2012-09-21").choose(NUMBER, Term.SIX_MONTHS, yunhe);
        registrations.on("2012-09-24").release(NUMBER);

        assertThat(holder(result)).isEmpty();
    }

    @Test
    void onceTheNumberIsErasedItHasNone() {
        ConsumerChoices.Result result = registrations.on("2012-09-21").choose(NUMBER, Term.SIX_MONTHS, yunhe);
        AccessPermit permit = registry.permit(AccessAction.ERASE);
        registry.parts()
                .inTransaction(() -> registry.parts()
                        .bean(EraseNumbers.class)
                        .next(permit, ErasureProgress.begin(LocalDate.of(2014, 1, 1), 100)));

        assertThat(holder(result)).isEmpty();
    }

    @Test
    void aRevisionOfAnUploadLeadsToNobody() {
        registry.merge(yunhe, "2012-09-25", "2012-10-10", Row.all(NUMBER, Term.TWO_YEARS));

        assertThat(holder(1)).isEmpty();
        assertThat(holder(99)).isEmpty();
    }

    @Test
    void withoutAnAccessThatIsAnnouncedNothingIsRead() {
        ConsumerChoices.Result result = registrations.on("2012-09-21").choose(NUMBER, Term.SIX_MONTHS, yunhe);
        AccessPermit over = registry.permit(AccessAction.REMIND);
        registry.end(over);

        assertThatExceptionOfType(AccessAlreadyEndedException.class)
                .isThrownBy(() ->
                        registry.parts().bean(ConsumerRegistrationNumbers.class).findIfLatest(over, result.revision()));
    }

    private Optional<Mobile> holder(ConsumerChoices.Result result) {
        return holder(result.revision());
    }

    private Optional<Mobile> holder(long revision) {
        return registry.parts()
                .bean(ConsumerRegistrationNumbers.class)
                .findIfLatest(registry.permit(AccessAction.REMIND), revision);
    }
}
