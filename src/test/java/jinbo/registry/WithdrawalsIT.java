package jinbo.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import jinbo.accesslog.AccessPermit;
import jinbo.batch.reconciliation.RuleResult;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.Insurer;
import jinbo.registry.TestRegistrations.Withdrawn;
import jinbo.registry.TestRegistry.Row;
import jinbo.testing.TestLines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WithdrawalsIT {

    private static final long NUMBER = 13810001234L;
    private static final String DAY = "2012-11-01";

    private final TestRegistry registry = new TestRegistry();
    private final TestRegistrations registrations = new TestRegistrations(registry);
    private Insurer yunhe;
    private Insurer changqing;
    private long file;

    /** Lines 2, 3 and 4. */
    @BeforeEach
    void uploadThreeNumbers() {
        yunhe = registry.join("YUNHE", TestLines.LIFE);
        changqing = registry.join("CHANGQING", TestLines.LIFE);
        registry.merge(
                yunhe,
                "2012-09-21",
                "2012-10-09",
                Row.all(NUMBER, Term.TWO_YEARS),
                Row.all(NUMBER + 1, Term.TWO_YEARS),
                Row.self(NUMBER + 2, Term.TWO_YEARS));
        file = registrations.lastFile();
        registrations.on("2012-10-15");
    }

    @AfterEach
    void everyBlockFollowsFromTheRegistrations() {
        assertThat(registry.verify()).allMatch(RuleResult::holds);
        registry.close();
    }

    @Test
    void aRowThatIsTakenBackCountsNoLongerAndTheOthersDo() {
        Withdrawn withdrawn = registrations.withdraw(yunhe, file, 3);

        assertThat(withdrawn.faults()).isEmpty();
        assertThat(withdrawn.batch().revision()).isEqualTo(2);
        assertThat(withdrawn.batch().registrations()).isEqualTo(1);
        assertThat(registry.list(changqing, DAY)).containsExactly("13810001234 2012-10-09 2014-10-09");
        assertThat(registry.list(yunhe, DAY)).hasSize(2);
    }

    @Test
    void aWholeUploadIsTakenBackByOneRow() {
        assertThat(registrations.withdraw(yunhe, file, 0).batch().registrations())
                .isEqualTo(3);

        assertThat(registry.list(yunhe, DAY)).isEmpty();
        assertThat(registry.list(changqing, DAY)).isEmpty();
    }

    @Test
    void whatIsLeftOfAnUploadIsTakenBackWithTheWhole() {
        registrations.withdraw(yunhe, file, 2, 4);

        assertThat(registrations.withdraw(yunhe, file, 0).batch().registrations())
                .isEqualTo(1);
        assertThat(registrations.withdraw(yunhe, file, 0).faults()).containsExactly("1 ALREADY_WITHDRAWN");
    }

    @Test
    void theFirstOfSeveralRowsThatAskForOneTakesItBack() {
        Withdrawn withdrawn = registrations.withdraw(yunhe, file, 3, 3, 0, 2);

        assertThat(withdrawn.faults()).containsExactly("2 ALREADY_WITHDRAWN", "4 ALREADY_WITHDRAWN");
        assertThat(withdrawn.batch().registrations()).isEqualTo(3);
    }

    @Test
    void aLineThatHoldsNoAcceptedRowIsUnknown() {
        assertThat(registrations.withdraw(yunhe, file, 1, 4, 5).faults())
                .containsExactly("1 LINE_UNKNOWN", "3 LINE_UNKNOWN");
    }

    @Test
    void whatFindsNothingTakesNoRevision() {
        Withdrawn withdrawn = registrations.withdraw(yunhe, file, 99);

        assertThat(withdrawn.batch()).isEqualTo(new CommittedBatch(1, 0, Optional.empty()));
        assertThat(registry.registry().currentRevision()).isEqualTo(1);
        registry.merge(yunhe, "2012-10-15", "2012-10-25", Row.all(NUMBER + 9, Term.ONE_YEAR));
        assertThat(registry.registry().currentRevision()).isEqualTo(2);
    }

    @Test
    void aBlockNarrowsToWhatTheOtherRegistrationsMake() {
        registry.merge(changqing, "2012-10-15", "2012-10-25", Row.all(NUMBER, Term.SIX_MONTHS));

        registrations.withdraw(yunhe, file, 2);

        assertThat(registry.list(yunhe, DAY))
                .containsExactly(
                        "13810001234 2012-10-25 2013-04-25",
                        "13810001235 2012-10-09 2014-10-09",
                        "13810001236" + " 2012-10-09 2014-10-09");
    }

    @Test
    void aChoiceStandsButNotTheBeginThatItKeptFromTheComplaint() {
        registrations.choose(NUMBER, Term.SIX_MONTHS, changqing);
        assertThat(registry.list(changqing, DAY)).contains("13810001234 2012-10-09 2013-04-25");

        registrations.withdraw(yunhe, file, 2);

        assertThat(registry.list(changqing, DAY)).contains("13810001234 2012-10-25 2013-04-25");
        assertThat(registry.list(yunhe, DAY)).noneMatch(line -> line.startsWith("13810001234"));
    }

    @Test
    void whatWasTakenBackCountedUntilThen() {
        Instant before = registry.clock().instant();
        registrations.on("2012-10-20").withdraw(yunhe, file, 2);

        NumberHistory history = registrations.history(NUMBER);

        assertThat(history.asOf(before).of(changqing.lines().get(0)))
                .contains(new Interval(LocalDate.of(2012, 10, 9), LocalDate.of(2014, 10, 9)));
        assertThat(history.asOf(registry.clock().instant()).of(changqing.lines().get(0)))
                .isEmpty();
        assertThat(history.registrations())
                .first()
                .isInstanceOfSatisfying(Registration.Complaint.class, registration -> {
                    assertThat(registration.inboundFile()).contains(file);
                    assertThat(registration.line()).isEqualTo(2);
                    assertThat(registration.withdrawn().map(Registration.Stamp::revision))
                            .contains(2L);
                });
    }

    @Test
    void nothingIsTakenBackOutsideATransaction() {
        assertThatIllegalStateException()
                .isThrownBy(() -> registry.parts()
                        .bean(Withdrawals.class)
                        .stage(
                                registry.permit(),
                                new WithdrawalBatch(
                                        Optional.empty(),
                                        yunhe.id(),
                                        registry.clock().instant(),
                                        LocalDate.of(2012, 10, 15))))
                .withMessageContaining("outside a transaction");
    }

    @Test
    void whatIsStagedIsMergedInsideTheSameTransactionOnly() {
        AccessPermit permit = registry.permit();
        StagedWithdrawals staged = registry.parts()
                .inTransaction(() -> registry.parts()
                        .bean(Withdrawals.class)
                        .stage(
                                permit,
                                new WithdrawalBatch(
                                        Optional.empty(),
                                        yunhe.id(),
                                        registry.clock().instant(),
                                        LocalDate.of(2012, 10, 15))));

        assertThat(staged.count()).isZero();
        assertThatIllegalStateException()
                .isThrownBy(() -> registry.parts().bean(Withdrawals.class).merge(permit, staged, (fault, line) -> {}))
                .withMessageContaining("outside a transaction");
    }

    @Test
    void manyThousandRowsAreTakenBackAtOnce() {
        List<Row> rows = LongStream.range(0, 10_001)
                .mapToObj(place -> Row.all(13_900_000_000L + place, Term.TWO_YEARS))
                .toList();
        registry.merge(changqing, LocalDate.of(2012, 9, 24), LocalDate.of(2012, 10, 10), rows);
        registry.merge(changqing, "2012-09-24", "2012-10-10", Row.all(13_900_000_007L, Term.SIX_MONTHS));

        assertThat(registrations
                        .withdraw(changqing, registrations.lastFile() - 1, 0)
                        .batch()
                        .registrations())
                .isEqualTo(10_001);

        assertThat(registry.list(changqing, DAY))
                .containsExactly(
                        "13810001234 2012-10-09 2014-10-09",
                        "13810001235 2012-10-09 2014-10-09",
                        "13900000007 2012-10-10 2013-04-10");
    }

    @Test
    void aNumberThatABlockOfAllItsRegistrationsIsTakenFromCanBeBoundAnew() {
        registrations.withdraw(yunhe, file, 0);

        registrations.choose(NUMBER, TestLines.LIFE, Term.ONE_YEAR);

        assertThat(registry.list(yunhe, DAY)).containsExactly("13810001234 2012-10-25 2013-10-25");
    }
}
