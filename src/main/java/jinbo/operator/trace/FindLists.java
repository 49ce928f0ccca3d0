package jinbo.operator.trace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.accesslog.AccessLogEntry;
import jinbo.accesslog.AuditTrail;
import jinbo.accesslog.EntryPhase;
import jinbo.participant.insurer.Insurers;
import jinbo.registry.BlockRevisionRange;
import jinbo.registry.NumberHistory;
import jinbo.registry.blocklist.ListWithNumber;
import jinbo.registry.blocklist.ListsWithNumber;
import org.springframework.stereotype.Component;

/** The lists that held a number, with the entries that vouch for them. */
@Component
record FindLists(Insurers insurers, ListsWithNumber lists, AuditTrail auditTrail) {

    TraceSlice<TracedList> of(NumberHistory history, TraceFilter bounds) {
        List<BlockRevisionRange> ranges = insurers.all().stream()
                .filter(insurer -> bounds.hold(insurer.code()))
                .flatMap(insurer -> insurer.lines().stream())
                .flatMap(insurer -> history.blockRevisionsFor(insurer).stream())
                .toList();
        List<ListWithNumber> held = lists.newest(ranges, bounds.from(), bounds.until(), bounds.most() + 1);
        Map<Long, AccessLogEntry> entries =
                auditTrail.at(held.stream().map(ListWithNumber::accessLogIndex).toList());
        return TraceSlice.of(
                held.stream()
                        .map(list -> TracedList.of(
                                list,
                                Optional.ofNullable(entries.get(list.accessLogIndex()))
                                        .filter(entry -> vouches(entry, list))))
                        .toList(),
                bounds.most());
    }

    /** What the record of the list says is not believed: an entry vouches for what it names. Older ones name no hash. */
    private static boolean vouches(AccessLogEntry entry, ListWithNumber list) {
        return entry.phase() == EntryPhase.RESULT
                && entry.access().object().equals(list.name().fileName())
                && entry.list()
                        .map(vouched -> vouched.sequence() == list.name().sequence()
                                && vouched.sha256().equals(list.sha256()))
                        .orElse(true);
    }
}
