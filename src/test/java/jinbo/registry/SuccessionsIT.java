package jinbo.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import jinbo.batch.reconciliation.RuleResult;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.Insurer;
import jinbo.registry.TestRegistry.Row;
import jinbo.testing.TestLines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SuccessionsIT {

    private static final long NUMBER = 13810001234L;
    private static final String DAY = "2012-11-01";

    private final TestRegistry registry = new TestRegistry();
    private final TestRegistrations registrations = new TestRegistrations(registry);
    private Insurer yunhe;
    private Insurer changqing;
    private Insurer taihang;
    private Insurer beidou;

    @BeforeEach
    void joinFourInsurers() {
        yunhe = registry.join("YUNHE", TestLines.LIFE);
        changqing = registry.join("CHANGQING", TestLines.LIFE);
        taihang = registry.join("TAIHANG", TestLines.LIFE);
        beidou = registry.join("BEIDOU", TestLines.PROPERTY);
        registrations.on("2012-09-21");
    }

    @AfterEach
    void everyBlockFollowsFromTheRegistrations() {
        assertThat(registry.verify()).allMatch(RuleResult::holds);
        registry.close();
    }

    @Test
    void theSuccessorMustNotCallWhomTheOtherMustNotCall() {
        registrations.choose(NUMBER, Term.ONE_YEAR, yunhe);
        registry.merge(yunhe, "2012-09-21", "2012-10-09", Row.self(NUMBER + 1, Term.SIX_MONTHS));

        CommittedBatch batch = registrations.on("2012-10-09").succeed(yunhe, changqing);

        assertThat(batch.revision()).isEqualTo(3);
        assertThat(batch.registrations()).isZero();
        assertThat(registry.list(changqing, DAY))
                .containsExactly("13810001234 2012-10-09 2013-10-09", "13810001235 2012-10-09 2013-04-09");
        assertThat(registry.list(taihang, DAY)).isEmpty();
    }

    @Test
    void ofTwoBlocksTheEarlierBeginAndTheLaterEndCount() {
        registrations.choose(NUMBER, Term.ONE_YEAR, yunhe, changqing);
        registry.merge(yunhe, "2012-09-24", "2012-10-10", Row.self(NUMBER, Term.TWO_YEARS));

        registrations.on("2012-10-09").succeed(yunhe, changqing);

        assertThat(registry.list(changqing, DAY)).containsExactly("13810001234 2012-10-09 2014-10-10");
    }

    @Test
    void aBlockThatIsOverIsNotInherited() {
        registrations.choose(NUMBER, Term.SIX_MONTHS, yunhe);

        registrations.on("2013-04-09").succeed(yunhe, changqing);

        assertThat(registry.list(changqing, "2012-09-21")).isEmpty();
    }

    @Test
    void anUploadThatWasPendingMeanwhileBindsTheSuccessor() {
        registrations.succeed(yunhe, changqing);
        registrations.succeed(changqing, taihang);

        registry.merge(yunhe, "2012-09-20", "2012-10-08", Row.self(NUMBER, Term.ONE_YEAR));

        assertThat(registry.list(taihang, DAY)).containsExactly("13810001234 2012-10-08 2013-10-08");
        assertThat(registry.list(yunhe, DAY)).isEmpty();
        assertThat(registry.list(changqing, DAY)).isEmpty();
    }

    @Test
    void uploadsOfEverybodyElseBindThemselves() {
        registrations.succeed(yunhe, changqing);

        registry.merge(taihang, "2012-09-20", "2012-10-08", Row.self(NUMBER, Term.ONE_YEAR));
        registry.merge(yunhe, "2012-09-20", "2012-10-08", Row.self(NUMBER + 1, Term.ONE_YEAR));

        assertThat(registry.list(taihang, DAY)).containsExactly("13810001234 2012-10-08 2013-10-08");
        assertThat(registry.list(changqing, DAY)).containsExactly("13810001235 2012-10-08 2013-10-08");
    }

    @Test
    void theSuccessorIsMeantWhereAConsumerNamesTheOther() {
        registrations.succeed(yunhe, changqing);

        registrations.choose(NUMBER, Term.ONE_YEAR, yunhe);

        assertThat(registry.list(changqing, DAY)).containsExactly("13810001234 2012-10-09 2013-10-09");
    }

    @Test
    void whatTheSuccessorInheritsIsTakenBackWithTheOthersComplaint() {
        registry.merge(yunhe, "2012-09-21", "2012-10-09", Row.self(NUMBER, Term.ONE_YEAR));
        long file = registrations.lastFile();
        registrations.on("2012-10-09").succeed(yunhe, changqing);

        registrations.withdraw(yunhe, file, 2);

        assertThat(registry.list(changqing, DAY)).isEmpty();
    }

    @Test
    void aDeltaTellsTheSuccessorWhatItHasInherited() {
        registrations.choose(NUMBER, Term.ONE_YEAR, yunhe);
        registrations.choose(NUMBER + 1, Term.ONE_YEAR, yunhe, changqing);
        registrations.on("2012-10-09").succeed(yunhe, changqing);

        try (RegistrySnapshot snapshot = registry.snapshot()) {
            LocalDate day = LocalDate.of(2012, 10, 9);
            StringBuilder changes = new StringBuilder();
            long count = registry.changes(snapshot, day)
                    .since(
                            registry.permit(),
                            changqing.lines(),
                            new RegistryMoment(2, day),
                            change -> changes.append(change.mobile().digits())
                                    .append(change.before().isPresent())
                                    .append(change.after().orElseThrow().effectiveOn()));

            assertThat(changes).hasToString("13810001234false2012-10-09");
            assertThat(count).isEqualTo(1);
        }
    }

    @Test
    void nobodySucceedsItselfOrAnInsurerWhoseLinesItLacks() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> registrations.succeed(yunhe, yunhe))
                .withMessageContaining("YUNHE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> registrations.succeed(yunhe, beidou))
                .withMessageContaining("with all its lines")
                .withMessageContaining("BEIDOU");
        assertThat(registry.registry().currentRevision()).isZero();
    }

    @Test
    void refusesSecondSuccessionOfAnInsurer() {
        registrations.succeed(yunhe, changqing);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> registrations.succeed(yunhe, taihang))
                .withMessageContaining("YUNHE has been succeeded");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> registrations.succeed(changqing, yunhe))
                .withMessageContaining("YUNHE has been succeeded");
        assertThat(registry.registry().currentRevision()).isEqualTo(1);
    }

    @Test
    void nothingIsInheritedOutsideATransaction() {
        assertThatIllegalStateException()
                .isThrownBy(() -> registry.parts()
                        .bean(Successions.class)
                        .succeed(
                                registry.permit(),
                                yunhe,
                                changqing,
                                registry.clock().instant()))
                .withMessageContaining("outside a transaction");
    }
}
