package jinbo.registry.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.AccessPermit;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.phone.Mobile;
import jinbo.registry.ErasedNumbers;
import jinbo.registry.NumberHistory;
import jinbo.registry.ReadNumberHistory;
import org.springframework.stereotype.Component;

/** Says what counted around the moment of a call, for who has announced an access to the number that was called. */
@Component
public record LookUpCall(
        ReadNumberHistory histories,
        ErasedNumbers erased,
        LookUpForInsurer answers,
        FindNotifiedSince findNotifiedSince) {

    /** @param notifiedSince since when the insurer had been notified of a block on that day, if it had */
    public record AtMoment(Instant at, InsurerLookup answer, Optional<NotifiedSince> notifiedSince) {}

    /**
     * @return one answer a moment, in their order; empty if what counted then is erased, and nobody can tell any more
     */
    public Optional<List<AtMoment>> of(
            AccessPermit permit, Mobile mobile, LineParticipation insurer, List<Instant> moments) {
        NumberHistory history = histories.of(permit, mobile);
        LookupAccessTemplate.Found found = new LookupAccessTemplate.Found(history, erased.isKnown(permit, mobile));
        return moments.stream().anyMatch(at -> found.knowledge(at) == NumberKnowledge.ERASED)
                ? Optional.empty()
                : Optional.of(moments.stream()
                        .map(at -> new AtMoment(
                                at, answers.of(insurer, history, at), findNotifiedSince.of(insurer, history, at)))
                        .toList());
    }
}
