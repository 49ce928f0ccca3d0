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
import jinbo.registry.NumberHistory;
import jinbo.registry.PastRegistrations;
import jinbo.registry.ReadNumberHistory;
import jinbo.registry.blocklist.Acknowledgements;
import jinbo.registry.blocklist.DeliveredLists;
import jinbo.registry.blocklist.DeliveredLists.DeliveredList;
import jinbo.registry.blocklist.WithheldLists;
import jinbo.registry.blocklist.WithheldLists.WithheldList;
import jinbo.registry.history.FindNotifyingList.LineContent;
import org.springframework.stereotype.Component;

/**
 * Finds an insurer's block of a number at several moments around a call, and since when the insurer knew of it. The
 * caller of this class must have begun an access to the number.
 */
@Component
public record LookUpCall(
        ReadNumberHistory histories,
        PastRegistrations past,
        LookUpForInsurer answers,
        DeliveredLists delivered,
        WithheldLists withheld,
        Acknowledgements acknowledgements,
        FindNotifyingList notifyingLists) {

    public record AtMoment(Instant at, InsurerLookup answer, Optional<NotifiedSince> notifiedSince) {}

    /** One result for each moment, in the same order; empty if the registrations at a moment are erased. */
    public Optional<List<AtMoment>> of(
            AccessPermit permit, Mobile mobile, LineParticipation insurer, List<Instant> moments) {
        NumberHistory history = histories.of(permit, mobile);
        LookupAccessTemplate.Found found = new LookupAccessTemplate.Found(history, past.wereErased(permit, mobile));
        return moments.stream().anyMatch(at -> found.knowledge(at) == NumberKnowledge.ERASED)
                ? Optional.empty()
                : Optional.of(moments.stream()
                        .map(at ->
                                new AtMoment(at, answers.of(insurer, history, at), notifiedSince(insurer, history, at)))
                        .toList());
    }

    /** Finds the last lists before a moment that all show a block on that day; empty if the newest list shows none. */
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
                first.map(list -> notifyingLists.describe(content, list)),
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
                        .thenComparing(
                                list -> list.list.map(DeliveredList::sequence).orElse(0))
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

    /** A list that was either delivered or withheld for a reason on the insurer's side. */
    private record ListView(
            long revision, Instant asOf, Optional<DeliveredList> list, Optional<WithheldList> withheld) {}

    /**
     * Since when, without interruption, an insurer had been notified of a block on a day.
     *
     * @param agreed the first acknowledgement of the first delivered list or a later one that agrees with the
     *     association's digest
     * @param withheld the first of these lists that was withheld for a reason on the insurer's side and counts as
     *     delivered
     */
    public record NotifiedSince(
            Optional<DeliveredListContent> list,
            Optional<AgreedAcknowledgement> agreed,
            Optional<WithheldListContent> withheld) {

        public record AgreedAcknowledgement(long inboundFile, int sequence, Instant appliedAt, Instant receivedAt) {}

        /** The moment of the first list, delivered or withheld. */
        public Instant begin() {
            return Stream.concat(
                            list.map(DeliveredListContent::deliveredAt).stream(),
                            withheld.map(WithheldListContent::withheldAt).stream())
                    .min(Instant::compareTo)
                    .orElseThrow();
        }

        public boolean agreedBefore(Instant at) {
            return agreed.filter(agreement -> agreement.receivedAt().isBefore(at))
                    .isPresent();
        }
    }
}
