package jinbo.accesslog;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import jinbo.tlog.EntryAccess;
import jinbo.tlog.EntryActor;
import jinbo.tlog.EntryActs;
import jinbo.tlog.EntryRole;
import jinbo.tlog.EntryText;
import jinbo.tlog.LogEntry;

/** The bytes of an entry in the tree, made anew from the row's columns each time: so a column that was changed shows. */
final class EntryBytesOf {

    private EntryBytesOf() {}

    static byte[] entry(AccessLogEntry entry) {
        Access access = entry.access();
        return EntryText.write(new LogEntry(
                entry.id(),
                entry.at(),
                jinbo.tlog.EntryPhase.valueOf(entry.phase().name()),
                entry.intent(),
                new EntryActor(
                        access.actor().name(),
                        EntryRole.valueOf(access.actor().role().name()),
                        Optional.of(access.actor().operatingSystemUser()),
                        access.actor().confirmedBy()),
                new EntryAccess(
                        access.action().name(), access.purpose(), access.insurer(), Optional.of(access.object())),
                entry.outcome(),
                entry.numbers(),
                Optional.empty(),
                entry.acts().map(acts -> new EntryActs(acts.batch(), acts.revision(), acts.count(), acts.digest())),
                entry.list().map(EntryBytesOf::fields).orElseGet(TreeMap::new)));
    }

    /** Under the names that a manifest has for them, by which a verifier compares the two. */
    private static SortedMap<String, String> fields(ListVouched list) {
        return new TreeMap<>(Map.of("sequence", Long.toString(list.sequence()), "sha256", list.sha256()));
    }
}
