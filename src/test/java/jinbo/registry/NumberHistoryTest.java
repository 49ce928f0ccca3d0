package jinbo.registry;

import static jinbo.registry.RegistrationFixture.CHANGQING;
import static jinbo.registry.RegistrationFixture.LIFE;
import static jinbo.registry.RegistrationFixture.YUNHE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.LineParticipation;
import org.junit.jupiter.api.Test;

class NumberHistoryTest {

    private static final LineParticipation CHANGQING_LIFE = RegistrationFixture.in(CHANGQING, LIFE);

    private final RegistrationFixture registrations = new RegistrationFixture();

    @Test
    void aNumberThatNoRegistrationIsAboutHasNoBlocks() {
        NumberHistory unknown = NumberHistory.ofUnknown(RegistrationFixture.SCOPES);

        assertThat(unknown.registrations()).isEmpty();
        assertThat(unknown.asOf(Long.MAX_VALUE).byScope()).isEmpty();
        assertThat(unknown.asOf(Instant.MAX).lastConsumerRegistrationOn()).isEmpty();
        assertThat(unknown.blockRevisionsFor(CHANGQING_LIFE)).isEmpty();
    }

    @Test
    void atARevisionItAndAllBeforeItCount() {
        registrations
                .complaint("2013-01-01", YUNHE, LIFE, Term.ONE_YEAR)
                .complaint("2013-02-01", YUNHE, LIFE, Term.TWO_YEARS);

        assertThat(at(0)).isEqualTo("none");
        assertThat(at(1)).isEqualTo("2013-01-11..2014-01-11");
        assertThat(at(2)).isEqualTo("2013-01-11..2015-02-11");
    }

    @Test
    void atAnInstantWhatWasRegisteredUntilThenCounts() {
        registrations.complaint("2013-01-01", YUNHE, LIFE, Term.ONE_YEAR);

        assertThat(at("2013-01-01T11:59:59.999+08:00")).isEqualTo("none");
        assertThat(at("2013-01-01T12:00:00+08:00")).isEqualTo("2013-01-11..2014-01-11");
    }

    @Test
    void pendingUploadCountsFromReceiptAfterEarlierMerges() {
        registrations
                .choice("2013-03-01", Term.ONE_YEAR, YUNHE)
                .complaint("2013-02-01", CHANGQING, LIFE, Term.ONE_YEAR, "2013-01-31");

        assertThat(at("2013-02-15T12:00:00+08:00")).isEqualTo("2013-02-11..2014-02-11");
        assertThat(at("2013-03-15T12:00:00+08:00")).isEqualTo("none");
    }

    @Test
    void whatWasWithdrawnCountedUntilThen() {
        registrations.complaint("2013-01-01", YUNHE, LIFE, Term.ONE_YEAR).withdrawal("2013-02-01", 1);

        assertThat(at(1)).isEqualTo("2013-01-11..2014-01-11");
        assertThat(at(2)).isEqualTo("none");
        assertThat(at("2013-02-01T11:59:59+08:00")).isEqualTo("2013-01-11..2014-01-11");
        assertThat(at("2013-02-01T12:00:00+08:00")).isEqualTo("none");
        assertThat(registrations.history().registrations()).hasSize(1);
    }

    @Test
    void aChoiceKeepsNoBeginThatCameFromAComplaintWhichIsWithdrawn() {
        registrations
                .complaint("2013-01-01", YUNHE, LIFE, Term.ONE_YEAR)
                .choice("2013-02-01", Term.SIX_MONTHS, LIFE)
                .withdrawal("2013-03-01", 1);

        assertThat(at(2)).isEqualTo("2013-01-11..2013-08-11");
        assertThat(at(3)).isEqualTo("2013-02-11..2013-08-11");
    }

    @Test
    void successionsAreNoRegistrationsOnTheNumber() {
        registrations.complaint("2013-01-01", YUNHE, YUNHE, Term.ONE_YEAR).succession("2013-02-01", YUNHE, CHANGQING);

        assertThat(registrations.history().registrations())
                .hasSize(1)
                .first()
                .isInstanceOf(Registration.Complaint.class);
    }

    @Test
    void theBlocksOfAnInsurerAreToldFromRevisionToRevision() {
        registrations
                .complaint("2013-01-01", YUNHE, LIFE, Term.ONE_YEAR)
                .complaint("2013-02-01", CHANGQING, LIFE, Term.TWO_YEARS)
                .cancellation("2013-03-01")
                .complaint("2013-03-05", CHANGQING, LIFE, Term.SIX_MONTHS)
                .withdrawal("2013-03-06", 4)
                .choice("2013-04-01", Term.SIX_MONTHS, CHANGQING);

        assertThat(registrations.history().blockRevisionsFor(CHANGQING_LIFE))
                .containsExactly(
                        block(1, 2, "2013-01-11", "2014-01-11"),
                        block(2, 3, "2013-01-11", "2015-02-11"),
                        block(4, 5, "2013-03-15", "2013-09-15"),
                        block(6, Long.MAX_VALUE, "2013-04-11", "2013-10-11"));
    }

    @Test
    void eachRevisionIsReplayedAsItStood() {
        registrations
                .complaint("2013-01-01", YUNHE, LIFE, Term.ONE_YEAR)
                .complaint("2013-02-01", YUNHE, LIFE, Term.TWO_YEARS)
                .withdrawal("2013-03-01", 2)
                .choice("2013-04-01", Term.SIX_MONTHS, CHANGQING);
        List<String> stands = new ArrayList<>();

        DerivedBlocks last = registrations
                .history()
                .replay((revision, blocks) ->
                        stands.add("until " + revision + ": " + RegistrationFixture.words(blocks, CHANGQING_LIFE)));

        assertThat(stands)
                .containsExactly(
                        "until 1: none",
                        "until 2: 2013-01-11..2014-01-11",
                        "until 3: 2013-01-11..2015-02-11",
                        "until 4: 2013-01-11..2014-01-11");
        assertThat(RegistrationFixture.words(last, CHANGQING_LIFE)).isEqualTo("2013-01-11..2013-10-11");
    }

    @Test
    void aBlockIsToldWithTheRegistrationsThatSetItsTwoEnds() {
        registrations
                .complaint("2013-01-01", YUNHE, LIFE, Term.ONE_YEAR)
                .complaint("2013-02-01", YUNHE, LIFE, Term.TWO_YEARS)
                .complaint("2013-03-01", YUNHE, YUNHE, Term.TWO_YEARS);

        BlockProvenance counted = countedAt("2013-04-01");

        assertThat(counted.block()).contains(new Interval(LocalDate.of(2013, 1, 11), LocalDate.of(2015, 2, 11)));
        assertThat(revisions(counted.begunBy())).containsExactly(1L);
        assertThat(revisions(counted.endSetBy())).containsExactly(2L);
        assertThat(counted.endedByConsumer()).isEmpty();
        assertThat(counted.withdrawnComplaint()).isEmpty();
    }

    @Test
    void aBlockIsToldAsItStoodAtTheInstant() {
        registrations
                .complaint("2013-01-01", YUNHE, LIFE, Term.ONE_YEAR)
                .choice("2013-02-01", Term.SIX_MONTHS, CHANGQING)
                .cancellation("2013-03-01");

        assertThat(countedAt("2012-12-31"))
                .isEqualTo(NumberHistory.ofUnknown(RegistrationFixture.SCOPES)
                        .provenanceFor(CHANGQING_LIFE, Instant.EPOCH));
        assertThat(revisions(countedAt("2013-01-31").endSetBy())).containsExactly(1L);
        assertThat(revisions(countedAt("2013-02-01").begunBy())).containsExactly(1L);
        assertThat(revisions(countedAt("2013-02-01").endSetBy())).containsExactly(2L);
        assertThat(countedAt("2013-03-01").block()).isEmpty();
        assertThat(revisions(countedAt("2013-03-01").endedByConsumer())).containsExactly(3L);
    }

    @Test
    void aBlockThatWasDroppedAndCameBackIsNotDropped() {
        registrations
                .choice("2013-01-01", Term.SIX_MONTHS, CHANGQING)
                .cancellation("2013-02-01")
                .release("2013-02-02")
                .choice("2013-03-01", Term.SIX_MONTHS, CHANGQING);

        assertThat(revisions(countedAt("2013-02-15").endedByConsumer())).containsExactly(2L);
        assertThat(countedAt("2013-03-01").endedByConsumer()).isEmpty();
        assertThat(revisions(countedAt("2013-03-01").begunBy())).containsExactly(4L);
    }

    @Test
    void whereAComplaintWasWithdrawnItIsNamed() {
        registrations.complaint("2013-01-01", YUNHE, LIFE, Term.ONE_YEAR).withdrawal("2013-02-01", 1);

        assertThat(countedAt("2013-01-31").block()).isPresent();
        assertThat(countedAt("2013-01-31").withdrawnComplaint()).isEmpty();
        assertThat(countedAt("2013-02-01").block()).isEmpty();
        assertThat(revisions(countedAt("2013-02-01").withdrawnComplaint())).containsExactly(1L);
    }

    @Test
    void theHoldersLastRegistrationIsItsLastChoiceOrRelease() {
        registrations
                .complaint("2013-01-01", YUNHE, LIFE, Term.ONE_YEAR)
                .choice("2013-02-01", Term.SIX_MONTHS, CHANGQING)
                .release("2013-03-01")
                .complaint("2013-03-05", YUNHE, LIFE, Term.ONE_YEAR);

        assertThat(lastWordAt("2013-01-31")).isEmpty();
        assertThat(lastWordAt("2013-02-01")).containsExactly(2L);
        assertThat(lastWordAt("2013-03-06")).containsExactly(3L);
    }

    /** At noon. */
    private BlockProvenance countedAt(String day) {
        return registrations.history().provenanceFor(CHANGQING_LIFE, noon(day));
    }

    private List<Long> lastWordAt(String day) {
        return revisions(registrations.history().lastRegistration(noon(day)));
    }

    private static Instant noon(String day) {
        return OffsetDateTime.parse(day + "T12:00:00+08:00").toInstant();
    }

    private static List<Long> revisions(Optional<Registration> registration) {
        return registration.map(one -> one.stamp().revision()).stream().toList();
    }

    private String at(long revision) {
        return RegistrationFixture.words(registrations.history().asOf(revision), CHANGQING_LIFE);
    }

    private String at(String instant) {
        return RegistrationFixture.words(
                registrations.history().asOf(OffsetDateTime.parse(instant).toInstant()), CHANGQING_LIFE);
    }

    private static BlockRevisionRange block(long from, long until, String effectiveOn, String expiresOn) {
        return new BlockRevisionRange(
                CHANGQING_LIFE, from, until, new Interval(LocalDate.parse(effectiveOn), LocalDate.parse(expiresOn)));
    }
}
