package jinbo.registry.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerStandings;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.Act;
import jinbo.registry.CountedBan;
import jinbo.registry.Interval;
import jinbo.registry.NumberHistory;
import org.springframework.stereotype.Component;

/** Answers for one insurer, from a number's history. */
@Component
class AnswerForInsurer {

    private final NameActs nameActs;
    private final FindTelling findTelling;
    private final InsurerStandings standings;

    AnswerForInsurer(NameActs nameActs, FindTelling findTelling, InsurerStandings standings) {
        this.nameActs = nameActs;
        this.findTelling = findTelling;
        this.standings = standings;
    }

    InsurerAnswer of(Insurer insurer, NumberHistory history, Instant at) {
        CountedBan counted = history.countedFor(insurer, at);
        Optional<Act> lastWord = history.lastWord(at);
        Optional<Act> ended = counted.ban().isPresent()
                ? Optional.empty()
                : counted.takenBack()
                        .or(() -> lastWord.filter(Act.Choice.class::isInstance))
                        .or(() -> counted.droppedBy()
                                .map(dropped -> lastWord.filter(
                                                word -> word.registered().revision()
                                                        > dropped.registered().revision())
                                        .orElse(dropped)));
        return new InsurerAnswer(
                insurer.code(),
                TakingPart.of(standings.at(insurer.code(), at), at),
                counted.ban().map(ban -> why(ban, BusinessTime.dateOf(at))).orElseGet(() -> why(ended)),
                counted.ban(),
                counted.begunBy().map(nameActs::of),
                counted.endSetBy().map(nameActs::of),
                ended.map(nameActs::of),
                findTelling.of(insurer, history, counted.ban(), at));
    }

    private static Why why(Interval ban, LocalDate day) {
        if (ban.isOver(day)) {
            return Why.OVER;
        }
        return ban.holds(day) ? Why.BLOCKED : Why.NOT_YET;
    }

    private static Why why(Optional<Act> ended) {
        if (ended.isEmpty()) {
            return Why.NEVER_REGISTERED;
        }
        if (ended.get() instanceof Act.Choice choice) {
            return choice.isCancellation() ? Why.CANCELLED : Why.NOT_CHOSEN;
        }
        return ended.get() instanceof Act.Release ? Why.RELEASED : Why.WITHDRAWN;
    }
}
