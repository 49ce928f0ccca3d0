package jinbo.registry.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.BlockRevisionRange;
import jinbo.registry.Interval;
import jinbo.registry.NumberHistory;
import jinbo.registry.blocklist.Acknowledgements;
import jinbo.registry.blocklist.DeliveredLists;
import jinbo.registry.blocklist.DeliveredLists.DeliveredList;
import jinbo.registry.blocklist.WithheldLists;
import jinbo.registry.blocklist.WithheldLists.WithheldList;
import jinbo.registry.history.NotificationState.Status;
import org.springframework.stereotype.Component;

/** Finds out whether an insurer had been notified of a block at some time, and by which list. */
@Component
record FindNotifyingList(DeliveredLists delivered, WithheldLists withheld, Acknowledgements acknowledgements) {

    private static final Set<Status> EXACTLY = EnumSet.of(Status.TOLD, Status.NOTHING_TO_TELL);

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
        Optional<DeliveredListContent> newestContent = newest.map(list -> describe(content, list));
        NotificationState state = new NotificationState(
                telling(newestContent, counted, day),
                newestContent,
                first.map(list -> describe(content, list)),
                Optional.empty());
        if (EXACTLY.contains(state.telling())) {
            return state;
        }
        Stream<WithheldList> withheldSince = content.knownOn(
                day,
                withheldSince(insurer.insurer(), known.stream().findFirst(), at).stream(),
                list -> list.publication().asOf());
        return orWithheld(state, withheldSince, content, counted).orElseGet(() -> orNothing(state, insurer, day));
    }

    /** An insurer that does not sell the line need not be notified, unless its last list still shows a block. */
    private static NotificationState orNothing(NotificationState state, LineParticipation insurer, LocalDate day) {
        return insurer.holds(day)
                        || state.newest().flatMap(DeliveredListContent::said).isPresent()
                ? state
                : new NotificationState(Status.NOTHING_TO_TELL, state.newest(), state.first(), Optional.empty());
    }

    private static Status telling(Optional<DeliveredListContent> newest, Optional<Interval> counted, LocalDate day) {
        if (newest.isEmpty()) {
            return counted.isEmpty() ? Status.NOTHING_TO_TELL : Status.NOT_TOLD;
        }
        Optional<Interval> listed = newest.get().said();
        Optional<Interval> due = LineContent.due(counted, newest.get().asOf());
        if (listed.equals(due)) {
            return due.isEmpty() ? Status.NOTHING_TO_TELL : Status.TOLD;
        }
        boolean sameForThatDay = listed.isPresent()
                && counted.isPresent()
                && listed.get().holds(day) == counted.get().holds(day);
        return sameForThatDay ? Status.TOLD_OTHER_DATES : Status.NOT_TOLD;
    }

    /** The withheld lists after the newest delivered list, newest first. */
    private List<WithheldList> withheldSince(InsurerCode insurer, Optional<DeliveredList> newest, Instant at) {
        return withheld.of(insurer).stream()
                .filter(list -> !list.at().isAfter(at))
                .filter(list -> newest.filter(last -> !list.publication().asOf().isAfter(last.asOf()))
                        .isEmpty())
                .sorted(Comparator.comparingLong(
                                (WithheldList list) -> list.publication().id())
                        .reversed())
                .toList();
    }

    private static Optional<NotificationState> orWithheld(
            NotificationState state,
            Stream<WithheldList> newestFirst,
            LineContent content,
            Optional<Interval> counted) {
        return newestFirst
                .map(list -> withheldContent(content, list))
                .takeWhile(list -> list.said().equals(LineContent.due(counted, list.asOf())))
                .reduce((later, earlier) -> earlier)
                .map(list ->
                        new NotificationState(Status.COUNTS_AS_TOLD, state.newest(), state.first(), Optional.of(list)));
    }

    static WithheldListContent withheldContent(LineContent content, WithheldList list) {
        return new WithheldListContent(
                list.at(),
                list.reason(),
                list.publication().revision(),
                list.publication().asOf(),
                content.at(list.publication().revision(), list.publication().asOf()));
    }

    DeliveredListContent describe(LineContent content, DeliveredList list) {
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

    /** What an insurer's lists contain for one number in one line, derived from the registrations before each list. */
    record LineContent(LineParticipation insurer, List<BlockRevisionRange> ranges) {

        static LineContent of(LineParticipation insurer, NumberHistory history) {
            return new LineContent(insurer, history.blockRevisionsFor(insurer));
        }

        /** Empty if the list has no entry for the number or does not cover the line. */
        Optional<Interval> at(long revision, Instant asOf) {
            return due(
                            ranges.stream()
                                    .filter(block -> block.from() <= revision && revision < block.until())
                                    .map(BlockRevisionRange::block)
                                    .findFirst(),
                            asOf)
                    .filter(told -> covers(asOf));
        }

        /** A block as a list shows it: a block that is over is absent. */
        static Optional<Interval> due(Optional<Interval> block, Instant asOf) {
            return block.filter(own -> own.isListedOn(BusinessTime.dateOf(asOf)));
        }

        /** A list covers the line if the insurer sells it on that day. */
        private boolean covers(Instant asOf) {
            return insurer.holds(BusinessTime.dateOf(asOf));
        }

        /**
         * The lists that count for the insurer on a day. If it does not sell the line on that day, these are the lists
         * up to the last one that covers the line, because later lists leave the line out without removing its entries.
         */
        <T> Stream<T> knownOn(LocalDate day, Stream<T> newestFirst, Function<T, Instant> asOf) {
            return insurer.holds(day) ? newestFirst : newestFirst.dropWhile(list -> !covers(asOf.apply(list)));
        }
    }
}
