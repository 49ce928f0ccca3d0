package jinbo.registry.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.accesslog.AccessPermit;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.phone.Mobile;
import jinbo.registry.ErasedNumbers;
import jinbo.registry.NumberHistory;
import jinbo.registry.ReadNumberHistory;
import jinbo.registry.blocklist.Acknowledgements;
import jinbo.registry.blocklist.DeliveredLists;
import jinbo.registry.blocklist.DeliveredLists.DeliveredList;
import jinbo.registry.blocklist.WithheldLists;
import jinbo.registry.blocklist.WithheldLists.WithheldList;
import jinbo.registry.history.FindNotifyingList.LineContent;
import org.springframework.stereotype.Component;

/** Says what counted around the moment of a call, for who has announced an access to the number that was called. */
@Component
public record LookUpCall(
        ReadNumberHistory histories,
        ErasedNumbers erased,
        LookUpForInsurer answers,
        DeliveredLists delivered,
        WithheldLists withheld,
        Acknowledgements acknowledgements,
        FindNotifyingList telling) {

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
                        .map(at ->
                                new AtMoment(at, answers.of(insurer, history, at), notifiedSince(insurer, history, at)))
                        .toList());
    }

    /**
     * Finds the unbroken run of lists, until a moment, that told an insurer of a block on the day of that moment.
     *
     * @return empty if the last that it was told of the line, or would have been, is something else
     */
    private Optional<NotifiedSince> notifiedSince(LineParticipation insurer, NumberHistory history, Instant at) {
        LocalDate day = BusinessTime.dateOf(at);
        LineContent content = LineContent.of(insurer, history);
        List<ListView> run = content.knownOn(day, newestFirst(insurer.insurer(), at), ListView::asOf)
                .takeWhile(list -> content.at(list.revision, list.asOf)
                        .filter(said -> said.holds(day))
                        .isPresent())
                .toList();
        if (run.isEmpty()) {
            return Optional.empty();
        }
        Optional<DeliveredList> first =
                run.stream().flatMap(list -> list.list.stream()).reduce((later, earlier) -> earlier);
        return Optional.of(new NotifiedSince(
                first.map(list -> telling.said(content, list)),
                first.flatMap(list -> acknowledgements.firstAgreeing(insurer.insurer(), list.sequence()))
                        .map(LookUpCall::agreedAcknowledgement),
                run.stream()
                        .flatMap(list -> list.withheld.stream())
                        .reduce((later, earlier) -> earlier)
                        .map(list -> FindNotifyingList.withheldContent(content, list))));
    }

    private Stream<ListView> newestFirst(InsurerCode insurer, Instant at) {
        return Stream.concat(
                        delivered.by(insurer, at).stream()
                                .map(list -> new ListView(
                                        list.revision(), list.asOf(), Optional.of(list), Optional.empty())),
                        withheld.of(insurer).stream()
                                .filter(list -> !list.at().isAfter(at))
                                .map(list -> new ListView(
                                        list.publication().revision(),
                                        list.publication().asOf(),
                                        Optional.empty(),
                                        Optional.of(list))))
                .sorted(Comparator.comparing(ListView::asOf)
                        .thenComparing(list ->
                                list.list.map(DeliveredList::sequence).orElse(0))
                        .reversed());
    }

    private static NotifiedSince.AgreedAcknowledgement agreedAcknowledgement(
            Acknowledgements.ReceivedAcknowledgement file) {
        return new NotifiedSince.AgreedAcknowledgement(
                file.inboundFile(),
                file.acknowledgement().sequence(),
                file.acknowledgement().appliedAt(),
                file.acknowledgement().receivedAt());
    }

    /** @param withheld if it was not, for a reason of the insurer's own */
    private record ListView(
            long revision, Instant asOf, Optional<DeliveredList> list, Optional<WithheldList> withheld) {}

    /**
     * Since when, without interruption until a moment, an insurer had been told that a number is blocked on the day of
     * that moment.
     *
     * @param list the first delivered list that told so; empty if none of that run was delivered
     * @param agreed the insurer's first acknowledgement that it holds what that list, or one after it, says
     * @param withheld the first list that told so and that it did not get for a reason of its own, which relieves
     *     nobody
     */
    public record NotifiedSince(
            Optional<DeliveredListContent> list,
            Optional<AgreedAcknowledgement> agreed,
            Optional<WithheldListContent> withheld) {

        /** An insurer's acknowledgement that it holds what the association does. */
        public record AgreedAcknowledgement(long inboundFile, int sequence, Instant appliedAt, Instant receivedAt) {}

        /** When the first of them told it, or would have. */
        public Instant begin() {
            return Stream.concat(
                            list.map(DeliveredListContent::deliveredAt).stream(),
                            withheld.map(WithheldListContent::withheldAt).stream())
                    .min(Instant::compareTo)
                    .orElseThrow();
        }

        /** Whether the insurer had said before an instant that it holds this. */
        public boolean agreedBefore(Instant at) {
            return agreed.filter(agreement ->
                            agreement.receivedAt().isBefore(at))
                    .isPresent();
        }
    }
}
