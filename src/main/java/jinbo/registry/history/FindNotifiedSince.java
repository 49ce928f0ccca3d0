package jinbo.registry.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.NumberHistory;
import jinbo.registry.blocklist.Acknowledgements;
import jinbo.registry.blocklist.DeliveredList;
import jinbo.registry.blocklist.DeliveredLists;
import jinbo.registry.blocklist.WithheldList;
import jinbo.registry.blocklist.WithheldLists;
import jinbo.registry.history.FindNotifyingList.LineContent;
import org.springframework.stereotype.Component;

/** Finds the unbroken run of lists, until a moment, that told an insurer of a block on the day of that moment. */
@Component
record FindNotifiedSince(
        DeliveredLists delivered,
        WithheldLists withheld,
        Acknowledgements acknowledgements,
        FindNotifyingList telling) {

    /** @param withheld if it was not, for a reason of the insurer's own */
    private record ListView(
            long revision, Instant asOf, Optional<DeliveredList> list, Optional<WithheldList> withheld) {}

    /** @return empty if the last that it was told of the line, or would have been, is something else */
    Optional<NotifiedSince> of(LineParticipation insurer, NumberHistory history, Instant at) {
        LocalDate day = BusinessTime.dateOf(at);
        LineContent content = LineContent.of(insurer, history);
        List<ListView> run = content.knownOn(day, newestFirst(insurer.insurer(), at), ListView::asOf)
                .takeWhile(listView -> content.at(listView.revision, listView.asOf)
                        .filter(said -> said.holds(day))
                        .isPresent())
                .toList();
        if (run.isEmpty()) {
            return Optional.empty();
        }
        Optional<DeliveredList> first =
                run.stream().flatMap(listView -> listView.list.stream()).reduce((later, earlier) -> earlier);
        return Optional.of(new NotifiedSince(
                first.map(list -> telling.said(content, list)),
                first.flatMap(list -> acknowledgements.firstAgreeing(insurer.insurer(), list.sequence()))
                        .map(FindNotifiedSince::agreedAcknowledgement),
                run.stream()
                        .flatMap(listView -> listView.withheld.stream())
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
                        .thenComparing(listView ->
                                listView.list.map(DeliveredList::sequence).orElse(0))
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
}
