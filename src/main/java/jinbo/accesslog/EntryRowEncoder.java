package jinbo.accesslog;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import jinbo.accesslog.tlog.EntryBundle;
import jinbo.accesslog.tlog.EntryCodec;
import jinbo.accesslog.tlog.LogEntry;

/** Encodes an entry for the tree from its columns, each time again, so that a changed column shows. */
final class EntryRowEncoder {

    /** The id with the most digits. */
    private static final long LATEST = (1L << 53) - 1;

    /** More than an outcome and the rest of a result take. */
    private static final int ROOM_FOR_THE_RESULT = 4096;

    private EntryRowEncoder() {}

    static byte[] entry(AccessLogEntry entry) {
        Access access = entry.access();
        return EntryCodec.write(new LogEntry(
                entry.id(),
                entry.at(),
                jinbo.accesslog.tlog.LogEntry.Phase.valueOf(entry.phase().name()),
                entry.intent(),
                new LogEntry.Actor(
                        access.actor().name(),
                        LogEntry.Role.valueOf(access.actor().role().name()),
                        Optional.of(access.actor().operatingSystemUser()),
                        access.actor().confirmedBy()),
                new LogEntry.Access(
                        access.action().name(), access.purpose(), access.insurer(), Optional.of(access.object())),
                entry.outcome(),
                entry.numbers(),
                access.subject().map(subject -> new LogEntry.Subject(subject.epoch(), subject.hmac())),
                entry.acts()
                        .map(acts ->
                                new LogEntry.Registrations(acts.batch(), acts.revision(), acts.count(), acts.digest())),
                entry.list().map(EntryRowEncoder::fields).orElseGet(TreeMap::new)));
    }

    /**
     * Requires that the tree can hold an entry and its result: an access that cannot end blocks its insurer.
     *
     * @throws IllegalArgumentException if the format has no such entry
     */
    static void requireFormat(AccessLogTable.NewEntry entry) {
        byte[] bytes = entry(new AccessLogEntry(
                LATEST,
                OptionalLong.empty(),
                entry.at(),
                entry.phase(),
                entry.intent(),
                entry.access(),
                entry.outcome(),
                entry.result().map(result -> OptionalLong.of(result.numbers())).orElseGet(OptionalLong::empty),
                entry.result().flatMap(AccessResult::acts),
                entry.result().flatMap(AccessResult::list)));
        int most = EntryBundle.MOST_ENTRY_BYTES - ROOM_FOR_THE_RESULT;
        if (entry.phase() == EntryPhase.INTENT && bytes.length > most) {
            throw new IllegalArgumentException("The intent has " + bytes.length + " bytes, and " + most
                    + " are the most that leave room for its result: give a shorter purpose");
        }
    }

    /** With the names of the manifest, by which the verifier compares both. */
    private static SortedMap<String, String> fields(LoggedList list) {
        return new TreeMap<>(Map.of("sequence", Long.toString(list.sequence()), "sha256", list.sha256()));
    }
}
