package jinbo.registry.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.Interval;
import jinbo.registry.NumberHistory;
import jinbo.registry.blocklist.Acknowledgements;
import jinbo.registry.blocklist.DeliveredList;
import jinbo.registry.blocklist.DeliveredLists;
import jinbo.registry.blocklist.WithheldList;
import jinbo.registry.blocklist.WithheldLists;
import org.springframework.stereotype.Component;

/** Finds the list that had told an insurer what counted. */
@Component
record FindNotifyingList(DeliveredLists delivered, WithheldLists withheld, Acknowledgements acknowledgements) {

    private static final Set<NotificationState.Status> EXACTLY =
            EnumSet.of(NotificationState.Status.TOLD, NotificationState.Status.NOTHING_TO_TELL);

    /** @param counted the block that counted at that instant */
    NotificationState of(LineParticipation insurer, NumberHistory history, Optional<Interval> counted, Instant at) {
        LineContent content = LineContent.of(insurer, history);
        LocalDate day = BusinessTime.dateOf(at);
        List<DeliveredList> all = delivered.by(insurer.insurer(), at);
        List<DeliveredList> known =
                content.knownOn(day, all.stream(), DeliveredList::asOf).toList();
        List<DeliveredList> lists = known.isEmpty() ? all : known;
        Optional<DeliveredList> newest = lists.stream().findFirst();
        Optional<DeliveredList> first = newest.flatMap(last -> lists.stream()
                .takeWhile(list ->
                        content.at(list.revision(), list.asOf()).equals(content.at(last.revision(), last.asOf())))
                .reduce((later, earlier) -> earlier));
        Optional<DeliveredListContent> newestSaid = newest.map(list -> said(content, list));
        NotificationState notificationState = new NotificationState(
                telling(newestSaid, counted, day),
                newestSaid,
                first.map(list -> said(content, list)),
                Optional.empty());
        if (EXACTLY.contains(notificationState.telling())) {
            return notificationState;
        }
        Stream<WithheldList> withheldSince = content.knownOn(
                day,
                withheldSince(insurer.insurer(), known.stream().findFirst(), at).stream(),
                list -> list.publication().asOf());
        return orWithheld(notificationState, withheldSince, content, counted)
                .orElseGet(() -> orNothing(notificationState, insurer, day));
    }

    /** While it does not sell the line, only what it had been told before can differ from what counts. */
    private static NotificationState orNothing(
            NotificationState notificationState, LineParticipation insurer, LocalDate day) {
        return insurer.holds(day)
                        || notificationState
                                .newest()
                                .flatMap(DeliveredListContent::said)
                                .isPresent()
                ? notificationState
                : new NotificationState(
                        NotificationState.Status.NOTHING_TO_TELL,
                        notificationState.newest(),
                        notificationState.first(),
                        Optional.empty());
    }

    private static NotificationState.Status telling(
            Optional<DeliveredListContent> newest, Optional<Interval> counted, LocalDate day) {
        if (newest.isEmpty()) {
            return counted.isEmpty() ? NotificationState.Status.NOTHING_TO_TELL : NotificationState.Status.NOT_TOLD;
        }
        Optional<Interval> said = newest.get().said();
        Optional<Interval> due = LineContent.due(counted, newest.get().asOf());
        if (said.equals(due)) {
            return due.isEmpty() ? NotificationState.Status.NOTHING_TO_TELL : NotificationState.Status.TOLD;
        }
        boolean sameForThatDay = said.isPresent()
                && counted.isPresent()
                && said.get().holds(day) == counted.get().holds(day);
        return sameForThatDay ? NotificationState.Status.TOLD_OTHER_DATES : NotificationState.Status.NOT_TOLD;
    }

    /** The newest first, as far as they would have come after the newest that was delivered. */
    private List<WithheldList> withheldSince(InsurerCode insurer, Optional<DeliveredList> newest, Instant at) {
        List<WithheldList> since = withheld.of(insurer).stream()
                .filter(list -> !list.at().isAfter(at))
                .filter(list -> newest.filter(last -> !list.publication().asOf().isAfter(last.asOf()))
                        .isEmpty())
                .toList();
        return since.stream()
                .sorted((a, b) ->
                        Long.compare(b.publication().id(), a.publication().id()))
                .toList();
    }

    private static Optional<NotificationState> orWithheld(
            NotificationState notificationState,
            Stream<WithheldList> newestFirst,
            LineContent content,
            Optional<Interval> counted) {
        return newestFirst
                .map(list -> withheldContent(content, list))
                .takeWhile(list -> list.said().equals(LineContent.due(counted, list.asOf())))
                .reduce((later, earlier) -> earlier)
                .map(list -> new NotificationState(
                        NotificationState.Status.COUNTS_AS_TOLD,
                        notificationState.newest(),
                        notificationState.first(),
                        Optional.of(list)));
    }

    static WithheldListContent withheldContent(LineContent content, WithheldList list) {
        return new WithheldListContent(
                list.at(),
                list.reason(),
                list.publication().revision(),
                list.publication().asOf(),
                content.at(list.publication().revision(), list.publication().asOf()));
    }

    DeliveredListContent said(LineContent content, DeliveredList list) {
        InsurerCode insurer = content.insurer().insurer();
        int sequence = list.name().sequence();
        return new DeliveredListContent(
                list.name(),
                list.revision(),
                list.asOf(),
                list.deliveredAt(),
                content.at(list.revision(), list.asOf()),
                acknowledgements
                        .firstOf(insurer, sequence)
                        .map(acknowledgement -> new DeliveredListContent.Acknowledged(
                                acknowledgement.sequence(),
                                acknowledgement.appliedAt(),
                                acknowledgement.receivedAt(),
                                acknowledgement.agrees())),
                acknowledgements.firstByUnit(insurer, sequence).entrySet().stream()
                        .map(unit -> new DeliveredListContent.UnitAcknowledgement(
                                unit.getKey(), unit.getValue().receivedAt()))
                        .toList());
    }
}
