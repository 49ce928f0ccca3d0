package jinbo.operator.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Sector;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.Interval;
import jinbo.registry.history.CurrentBlocks;
import jinbo.registry.history.NumberKnowledge;

/**
 * The answer of {@code show}; it does not repeat the number.
 *
 * @param at now
 * @param knowledge whether anything is registered of it
 * @param bans what is registered
 * @param lastWord the last thing that its holder has said
 */
record NumberSheet(Instant at, NumberKnowledge knowledge, List<Ban> bans, Optional<RegistrationSheet> lastWord)
        implements Answer {

    /**
     * A ban.
     *
     * @param sector for all its insurers but those with a ban of their own
     * @param insurer or for this one
     * @param effectiveOn the first day
     * @param expiresOn the first day after it
     * @param state PENDING, IN_FORCE or OVER
     */
    record Ban(
            Optional<Sector> sector,
            Optional<InsurerCode> insurer,
            LocalDate effectiveOn,
            LocalDate expiresOn,
            State state) {

        /** How a ban stands. */
        enum State {
            /** It has not begun. */
            PENDING,
            /** It has begun and is not over. */
            IN_FORCE,
            /** It is over. */
            OVER
        }

        static Ban of(Optional<Sector> sector, Optional<InsurerCode> insurer, Interval ban, LocalDate day) {
            State state = ban.isOver(day) ? State.OVER : ban.holds(day) ? State.IN_FORCE : State.PENDING;
            return new Ban(sector, insurer, ban.effectiveOn(), ban.expiresOn(), state);
        }
    }

    static NumberSheet of(CurrentBlocks standing) {
        LocalDate day = BusinessTime.dateOf(standing.at());
        return new NumberSheet(
                standing.at(),
                standing.knowledge(),
                Stream.concat(
                                standing.sectors().stream()
                                        .map(of -> Ban.of(Optional.of(of.sector()), Optional.empty(), of.ban(), day)),
                                standing.insurers().stream()
                                        .map(of -> Ban.of(Optional.empty(), Optional.of(of.insurer()), of.ban(), day)))
                        .toList(),
                standing.lastWord().map(RegistrationSheet::of));
    }

    @Override
    public void tell(Page page) {
        if (knowledge != NumberKnowledge.KNOWN) {
            page.say("show." + knowledge);
            return;
        }
        if (bans.isEmpty()) {
            page.say("show.none");
        } else {
            page.table(
                    "sector insurer effective_on expires_on state",
                    bans,
                    ban -> Page.cells(
                            ban.sector,
                            ban.insurer,
                            ban.effectiveOn,
                            ban.expiresOn,
                            page.texts().of("show.state." + ban.state)));
        }
        page.blank();
        lastWord.ifPresentOrElse(
                word -> page.print(page.texts().of("show.last-word", word.in(page.texts()))),
                () -> page.say("show.no-word"));
    }
}
