package jinbo.cases;

import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jinbo.accesslog.Actor;
import jinbo.accesslog.ActorRole;
import jinbo.cases.DecideCase.CaseAssessor;
import jinbo.participant.insurer.InsurerCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody is found guilty who was not asked, and nobody decides on what is not there any more. */
class DecideCaseIT {

    private static final String WHY = "a test";

    private final CaseFixture stage = new CaseFixture();
    private final InsurerCode yunhe = stage.join("YUNHE");
    private final InsurerCode changqing = stage.join("CHANGQING");

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void whoWasNeverAskedIsNotGuiltyHoweverOftenItIsContestedButIsAskedThen() {
        CaseNumber number = called();
        stage.decides(number, CaseRuling.NOT_ITS_CALL);
        appeal(number);

        refused(CaseError.NOBODY_ASKED, () -> stage.decides(number, CaseRuling.VIOLATION));
        stage.assigns(number, yunhe);
        assertThat(state(number)).as("also the same insurer").isEqualTo(CaseState.OPEN);
        stage.asks(number);
        stage.at("2026-03-20T09:00").decides(number, CaseRuling.VIOLATION);

        assertThat(state(number)).isEqualTo(CaseState.UPHELD);
    }

    @Test
    void anAppealIsUsedUpThoughAnInsurerIsAskedAfterIt() {
        CaseNumber number = called();
        stage.decides(number, CaseRuling.NOT_ITS_CALL);
        appeal(number);
        stage.assigns(number, changqing);
        stage.asks(number);
        stage.at("2026-03-20T09:00").decides(number, CaseRuling.NOT_BLOCKED);

        refused(CaseError.APPEALED_BEFORE, () -> appeal(number));
    }

    @Test
    void aContestedCaseWhoseInsurerWasAskedStaysItsOwn() {
        CaseNumber number = called();
        stage.asks(number);
        stage.at("2026-03-20T09:00").decides(number, CaseRuling.NOT_BLOCKED);
        appeal(number);

        assertThatExceptionOfType(CaseException.class)
                .isThrownBy(() -> stage.assigns(number, changqing))
                .is(error(CaseError.CASE_STATE));
        stage.decides(number, CaseRuling.VIOLATION);
        assertThat(state(number)).isEqualTo(CaseState.UPHELD);
    }

    @Test
    void aComplaintThatWasDecidedOnceIsNotWithdrawnThoughAnotherInsurerIsAsked() {
        CaseNumber number = called();
        stage.decides(number, CaseRuling.NOT_ITS_CALL);
        appeal(number);
        stage.assigns(number, changqing);
        assertThat(state(number)).isEqualTo(CaseState.OPEN);

        assertThat(stage.bean(ChangeComplaint.class).withdraw(number, Actor.consumer()))
                .isFalse();
        assertThat(state(number)).isEqualTo(CaseState.OPEN);
    }

    @Test
    void whoDecidedACaseDoesNotDecideItsAppeal() {
        CaseNumber number = called();
        Actor two = CaseFixture.OPERATOR.confirmedBy("sun");
        dismiss(number, two);
        appeal(number);

        for (Actor by :
                List.of(two, person("sun").confirmedBy("zhou"), person("zhou").confirmedBy("qian"))) {
            refused(CaseError.DECIDED_BEFORE, () -> dismiss(number, by));
        }
        assertThat(state(number)).isEqualTo(CaseState.APPEALED);
        dismiss(number, person("zhou").confirmedBy("wu"));
        assertThat(state(number)).isEqualTo(CaseState.DISMISSED);
    }

    private void dismiss(CaseNumber number, Actor by) {
        stage.bean(DecideCase.class).decide(number, CaseRuling.NOT_ITS_CALL, Set.of(), WHY, Optional.empty(), by);
    }

    private static Actor person(String name) {
        return Actor.person(name, ActorRole.OPERATOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"answer", "party", "event"})
    void whatComesWhileItIsWeighedIsNotDecidedOver(String what) {
        CaseNumber number = called();
        stage.asks(number);
        stage.at("2026-03-20T09:00");
        DecideCase decide = deciding(() -> {
            switch (what) {
                case "answer" -> stage.answers(yunhe, number, new CaseAnswer.Dispute(DisputeReason.NOT_OUR_CALL));
                case "party" -> stage.assigns(number, yunhe);
                default -> stage.isAnswered(number);
            }
        });

        refused(
                CaseError.EVIDENCE_CHANGED,
                () -> decide.decide(
                        number,
                        CaseRuling.VIOLATION,
                        Set.of(ViolationGround.BLOCK),
                        WHY,
                        Optional.empty(),
                        CaseFixture.OPERATOR));
        assertThat(stage.bean(Cases.class)
                        .show(number, CaseFixture.OPERATOR, WHY)
                        .decisions())
                .isEmpty();
    }

    @Test
    void whatWasNotReadYetAndCameInTimeIsWaitedFor() {
        CaseNumber number = called();
        stage.asks(number);
        LocalDate due = stage.bean(Cases.class).get(number).dueOn().orElseThrow();
        stage.at(due + "T23:59").receives(changqing, "case-answers-CHANGQING-1");
        PendingAnswers pending = stage.bean(PendingAnswers.class);

        assertThat(pending.of(yunhe, due)).as("another one's").isFalse();
        stage.receives(yunhe, "complaints-YUNHE-1");
        assertThat(pending.of(yunhe, due)).as("another kind").isFalse();
        stage.receives(yunhe, "case-answers-YUNHE-1");
        assertThat(pending.of(yunhe, due.minusDays(1))).as("later").isFalse();
        assertThat(pending.of(yunhe, due)).isTrue();
        stage.at(due.plusDays(1) + "T09:00");
        refused(CaseError.ANSWERS_PENDING, () -> stage.decides(number, CaseRuling.VIOLATION));
    }

    private CaseNumber called() {
        return stage.complains(yunhe, "2026-03-02T08:00");
    }

    private void appeal(CaseNumber number) {
        stage.bean(AppealCase.class).forConsumer(number, WHY, CaseFixture.OPERATOR);
    }

    private CaseState state(CaseNumber number) {
        return stage.bean(Cases.class).get(number).state();
    }

    /** Something happens when the case has been assessor and before it is decided. */
    private DecideCase deciding(Runnable meanwhile) {
        CaseAssessor assessor = stage.bean(CaseAssessor.class);
        return new DecideCase(
                (number, actor, purpose) -> {
                    CaseAssessor.Assessment evidence = assessor.weigh(number, actor, purpose);
                    meanwhile.run();
                    return evidence;
                },
                stage.bean(CaseRows.class),
                stage.bean(CaseFiles.class),
                stage.bean(CaseHistory.class),
                stage.bean(PendingAnswers.class),
                stage.bean(TransactionTemplate.class),
                stage.bean(Clock.class));
    }

    private static void refused(CaseError why, ThrowingCallable step) {
        assertThatExceptionOfType(CaseException.class).isThrownBy(step).is(error(why));
    }
}
