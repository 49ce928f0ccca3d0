package jinbo.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import jinbo.batch.reconciliation.RuleResult;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.Sector;
import jinbo.registry.TestRegistry.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SuccessionsIT {

    private static final long NUMBER = 13810001234L;
    private static final String DAY = "2012-11-01";

    private final TestRegistry registry = new TestRegistry();
    private final TestRegistrations acts = new TestRegistrations(registry);
    private Insurer yunhe;
    private Insurer changqing;
    private Insurer taihang;
    private Insurer beidou;

    @BeforeEach
    void joinFourInsurers() {
        yunhe = registry.join("YUNHE", Sector.LIFE);
        changqing = registry.join("CHANGQING", Sector.LIFE);
        taihang = registry.join("TAIHANG", Sector.LIFE);
        beidou = registry.join("BEIDOU", Sector.PROPERTY);
        acts.on("2012-09-21");
    }

    @AfterEach
    void everyBlockFollowsFromTheActs() {
        assertThat(registry.verify()).allMatch(RuleResult::holds);
        registry.close();
    }

    @Test
    void theSuccessorMustNotCallWhomTheOtherMustNotCall() {
        acts.choose(NUMBER, Term.ONE_YEAR, yunhe);
        registry.merge(yunhe, "2012-09-21", "2012-10-09", Row.self(NUMBER + 1, Term.SIX_MONTHS));

        CommittedBatch batch = acts.on("2012-10-09").succeed(yunhe, changqing);

        assertThat(batch.revision()).isEqualTo(3);
        assertThat(batch.registrations()).isZero();
        assertThat(registry.list(changqing, DAY))
                .containsExactly("13810001234 2012-10-09 2013-10-09", "13810001235 2012-10-09 2013-04-09");
        assertThat(registry.list(taihang, DAY)).isEmpty();
    }

    @Test
    void ofTwoBansTheEarlierBeginAndTheLaterEndCount() {
        acts.choose(NUMBER, Term.ONE_YEAR, yunhe, changqing);
        registry.merge(yunhe, "2012-09-24", "2012-10-10", Row.self(NUMBER, Term.TWO_YEARS));

        acts.on("2012-10-09").succeed(yunhe, changqing);

        assertThat(registry.list(changqing, DAY)).containsExactly("13810001234 2012-10-09 2014-10-10");
    }

    @Test
    void aBanThatIsOverIsNotInherited() {
        acts.choose(NUMBER, Term.SIX_MONTHS, yunhe);

        acts.on("2013-04-09").succeed(yunhe, changqing);

        assertThat(registry.list(changqing, "2012-09-21")).isEmpty();
    }

    @Test
    void anUploadThatWasPendingMeanwhileBindsTheSuccessor() {
        acts.succeed(yunhe, changqing);
        acts.succeed(changqing, taihang);

        registry.merge(yunhe, "2012-09-20", "2012-10-08", Row.self(NUMBER, Term.ONE_YEAR));

        assertThat(registry.list(taihang, DAY)).containsExactly("13810001234 2012-10-08 2013-10-08");
        assertThat(registry.list(yunhe, DAY)).isEmpty();
        assertThat(registry.list(changqing, DAY)).isEmpty();
    }

    @Test
    void uploadsOfEverybodyElseBindThemselves() {
        acts.succeed(yunhe, changqing);

        registry.merge(taihang, "2012-09-20", "2012-10-08", Row.self(NUMBER, Term.ONE_YEAR));
        registry.merge(yunhe, "2012-09-20", "2012-10-08", Row.self(NUMBER + 1, Term.ONE_YEAR));

        assertThat(registry.list(taihang, DAY)).containsExactly("13810001234 2012-10-08 2013-10-08");
        assertThat(registry.list(changqing, DAY)).containsExactly("13810001235 2012-10-08 2013-10-08");
    }

    @Test
    void theSuccessorIsMeantWhereAConsumerNamesTheOther() {
        acts.succeed(yunhe, changqing);

        acts.choose(NUMBER, Term.ONE_YEAR, yunhe);

        assertThat(registry.list(changqing, DAY)).containsExactly("13810001234 2012-10-09 2013-10-09");
    }

    @Test
    void whatTheSuccessorInheritsIsTakenBackWithTheOthersComplaint() {
        registry.merge(yunhe, "2012-09-21", "2012-10-09", Row.self(NUMBER, Term.ONE_YEAR));
        long file = acts.lastFile();
        acts.on("2012-10-09").succeed(yunhe, changqing);

        acts.withdraw(yunhe, file, 2);

        assertThat(registry.list(changqing, DAY)).isEmpty();
    }

    @Test
    void aDeltaTellsTheSuccessorWhatItHasInherited() {
        acts.choose(NUMBER, Term.ONE_YEAR, yunhe);
        acts.choose(NUMBER + 1, Term.ONE_YEAR, yunhe, changqing);
        acts.on("2012-10-09").succeed(yunhe, changqing);

        try (RegistrySnapshot snapshot = registry.snapshot()) {
            LocalDate day = LocalDate.of(2012, 10, 9);
            StringBuilder changes = new StringBuilder();
            long count = registry.changes(snapshot, day)
                    .since(
                            registry.permit(),
                            changqing,
                            new RegistryMoment(2, day),
                            change -> changes.append(change.mobile().digits())
                                    .append(change.before().isPresent())
                                    .append(change.after().orElseThrow().effectiveOn()));

            assertThat(changes).hasToString("13810001234false2012-10-09");
            assertThat(count).isEqualTo(1);
        }
    }

    @Test
    void nobodySucceedsItselfOrAnInsurerOfTheOtherSector() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> acts.succeed(yunhe, yunhe))
                .withMessageContaining("YUNHE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> acts.succeed(yunhe, beidou))
                .withMessageContaining("LIFE")
                .withMessageContaining("PROPERTY");
        assertThat(registry.registry().currentRevision()).isZero();
    }

    @Test
    void whoWasSucceededNeitherIsAgainNorSucceedsAnybodySoThatThereIsNoCircle() {
        acts.succeed(yunhe, changqing);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> acts.succeed(yunhe, taihang))
                .withMessageContaining("YUNHE has been succeeded");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> acts.succeed(changqing, yunhe))
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
