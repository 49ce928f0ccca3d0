package jinbo.operator.console;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jinbo.accesslog.AccessLogEntry;
import jinbo.accesslog.AccessSearch;
import jinbo.accesslog.AuditTrail;
import jinbo.operator.console.PageFormat.RelativeTime;
import jinbo.registry.inbound.Answers;
import jinbo.registry.inbound.HeldDecisions;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;

/** Everything that is recorded about the course of a file, from the drop to its receipt and archive, in order of time. */
record FileTimeline(
        HeldDecisions decisions, Answers answers, InboundFiles inbound, AuditTrail auditTrail, Clock clock) {

    private static final int ENTRIES = 200;

    /**
     * @param at when; a dash where only that it happened is recorded
     * @param action of an entry in the access log
     * @param index of its entry in the access log, or nothing
     */
    public record Event(RelativeTime at, String kind, String who, String action, String what, String index) {}

    /** An event with the instant by which it is ordered. */
    private record Dated(Optional<Instant> at, String kind, String who, String action, String what, String index) {

        Dated(Optional<Instant> at, String kind, String who, String what) {
            this(at, kind, who, "", what, "");
        }

        Event shown(Instant now) {
            return new Event(
                    at.map(time -> RelativeTime.of(PageFormat.timeToTheSecond(time), time, now))
                            .orElse(new RelativeTime(PageFormat.NOTHING, "", 0)),
                    kind,
                    who,
                    action,
                    what,
                    index);
        }
    }

    List<Event> of(InboundFile file) {
        List<Dated> events = new ArrayList<>();
        events.add(new Dated(
                Optional.of(file.modified()), "written", file.insurer().value(), ""));
        events.add(new Dated(Optional.of(file.receivedAt()), "received", "batch", ""));
        IntStream.rangeClosed(1, file.verdictCount() + 1)
                .boxed()
                .flatMap(answer -> decisions.of(file.id(), answer).stream())
                .forEach(decision -> events.add(new Dated(
                        Optional.of(decision.at()),
                        "decided-" + decision.kind().name(),
                        decision.by().name()
                                + decision.by()
                                        .confirmedBy()
                                        .map(second -> " + " + second)
                                        .orElse(""),
                        decision.reason())));
        entriesOf(file).forEach(entry -> events.add(ofEntry(entry)));
        answers.deliveriesOf(file.id())
                .forEach(answer -> events.add(new Dated(
                        answer.deliveredAt(), "answer-" + answer.kind().name(), "batch", answer.name())));
        inbound.findNameInArchive(file)
                .ifPresent(place -> events.add(new Dated(Optional.empty(), "archived", "batch", place)));
        return events.stream()
                .sorted(Comparator.comparing(event -> event.at().orElse(Instant.MAX)))
                .map(event -> event.shown(clock.instant()))
                .toList();
    }

    private List<AccessLogEntry> entriesOf(InboundFile file) {
        AccessSearch ofInsurer = new AccessSearch(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(file.insurer().value()),
                Optional.empty(),
                ENTRIES);
        // a name may come again; its entries before this file was received are about an earlier one
        return auditTrail.search(ofInsurer.named(List.of(file.shownName()))).stream()
                .filter(entry -> !entry.at().isBefore(file.receivedAt()))
                .toList();
    }

    private static Dated ofEntry(AccessLogEntry entry) {
        String who = entry.access().actor().name()
                + entry.access()
                        .actor()
                        .confirmedBy()
                        .map(second -> " + " + second)
                        .orElse("");
        return new Dated(
                Optional.of(entry.at()),
                "entry-" + entry.phase().name(),
                who,
                entry.access().action().name(),
                "",
                entry.index().isPresent() ? Long.toString(entry.index().getAsLong()) : "");
    }
}
