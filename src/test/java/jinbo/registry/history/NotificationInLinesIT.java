package jinbo.registry.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import jinbo.cases.CaseFixture;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerLine;
import jinbo.participant.insurer.Insurers;
import jinbo.reference.business.LineCode;
import jinbo.registry.ConsumerChoice;
import jinbo.registry.ConsumerChoices;
import jinbo.registry.history.NotificationState.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Notifications in a line that the insurer did not always sell. The consumer chooses all insurers of MOTOR on 2 March
 * 2026.
 */
class NotificationInLinesIT {

    private static final LineCode MOTOR = new LineCode("MOTOR");

    private final CaseFixture stage = new CaseFixture();
    private final InsurerCode beidou = stage.join("BEIDOU", "PROPERTY");

    @BeforeEach
    void sellMotorFromAprilOn() {
        stage.bean(Insurers.class).addLine(beidou, MOTOR, LocalDate.of(2026, 4, 1), stage.now());
        stage.at("2026-03-02T10:00")
                .bean(ConsumerChoices.class)
                .choose(
                        CaseFixture.CONSUMER,
                        new ConsumerChoice(Set.of(MOTOR), Set.of(), Term.TWO_YEARS),
                        CaseFixture.OPERATOR,
                        "the consumer came to the counter");
        stage.at("2026-03-31T08:00").publish();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void ofALineThatItDoesNotSellYetThereIsNothingToTell() {
        assertThat(told("2026-03-31T10:00").telling()).isEqualTo(Status.NOTHING_TO_TELL);
    }

    @Test
    void aListOfTheDayBeforeTheFirstDoesNotTellOfTheLine() {
        assertThat(told("2026-04-01T08:00").telling()).isEqualTo(Status.NOT_TOLD);

        stage.at("2026-04-01T09:00").publish();

        assertThat(told("2026-04-01T08:00").telling()).isEqualTo(Status.NOT_TOLD);
        assertThat(told("2026-04-01T09:00").telling()).isEqualTo(Status.TOLD);
    }

    @Test
    void whatIsWithheldFromTheFirstDayOnCountsAsTold() {
        stage.bean(Insurers.class).suspend(beidou, stage.now());
        stage.at("2026-03-31T20:00").publish();

        assertThat(told("2026-04-01T08:00").telling())
                .as("the list of the day before")
                .isEqualTo(Status.NOT_TOLD);

        stage.at("2026-04-01T09:00").publish();

        assertThat(told("2026-04-01T09:00").telling()).isEqualTo(Status.COUNTS_AS_TOLD);
    }

    @Test
    void ofSeveralWithheldListsTheFirstWithTheBlockCounts() {
        stage.bean(Insurers.class).suspend(beidou, stage.now());
        stage.at("2026-03-31T20:00").publish();
        stage.at("2026-04-01T09:00").publish();
        stage.at("2026-04-02T09:00").publish();

        assertThat(told("2026-04-02T10:00")).satisfies(state -> {
            assertThat(state.telling()).isEqualTo(Status.COUNTS_AS_TOLD);
            assertThat(state.withheld().orElseThrow().withheldAt()).isEqualTo("2026-04-01T01:00:00Z");
        });
    }

    @Test
    void whoSellsTheLineNoMoreHasBeenToldByTheLastListThatToldOfIt() {
        stage.at("2026-04-01T09:00").publish();
        stage.bean(Insurers.class).endLine(beidou, MOTOR, LocalDate.of(2026, 6, 1), stage.now());
        stage.at("2026-06-01T09:00").publish();

        assertThat(told("2026-06-03T10:00")).satisfies(state -> {
            assertThat(state.telling()).isEqualTo(Status.TOLD);
            assertThat(state.newest().orElseThrow().name().sequence()).isEqualTo(2);
        });
    }

    @Test
    void whatIsRegisteredWhileItDoesNotSellTheLineIsNothingToTell() {
        stage.cancels();
        stage.at("2026-04-01T09:00").publish();
        stage.bean(Insurers.class).endLine(beidou, MOTOR, LocalDate.of(2026, 6, 1), stage.now());
        stage.at("2026-06-01T09:00").publish();
        stage.chooses(new InsurerLine(beidou, MOTOR));
        stage.at("2026-06-02T09:00").publish();

        assertThat(told("2026-06-03T10:00").telling()).isEqualTo(Status.NOTHING_TO_TELL);
    }

    private NotificationState told(String at) {
        Instant moment = OffsetDateTime.parse(at + ":00+08:00").toInstant();
        if (stage.now().isBefore(moment)) {
            stage.at(at);
        }
        return stage
                .bean(LookUpNumber.class)
                .of(CaseFixture.CONSUMER, Optional.of(beidou), Optional.of(moment), CaseFixture.OPERATOR, "a test")
                .insurers()
                .stream()
                .filter(answer -> answer.insurer().line().equals(MOTOR))
                .findFirst()
                .orElseThrow()
                .notification();
    }
}
