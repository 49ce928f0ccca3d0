package jinbo.accesslog;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import jinbo.accesslog.tlog.EntryBundle;
import jinbo.accesslog.tlog.EntryCodec;
import jinbo.accesslog.tlog.LogEntry;

/** The bytes of an entry in the tree, made anew from the row's columns each time: so a column that was changed shows. */
final class EntryRowEncoder {

    /** The longest id there is: with any other the entry is no longer. */
    private static final long LATEST = (1L << 53) - 1;

    /** Far more than an outcome and what a result vouches for take. */
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
     * Requires that an entry can stand in the tree, and an intent's result, too: an access that could never end would keep its
     * insurer from being worked for.
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
            throw new IllegalArgumentException("The intent has " + bytes.length + " bytes; at most " + most
                    + " leave room for its result. Use a shorter purpose");
        }
    }

    /** Under the names that a manifest has for them, by which a verifier compares the two. */
    private static SortedMap<String, String> fields(LoggedList list) {
        return new TreeMap<>(Map.of("sequence", Long.toString(list.sequence()), "sha256", list.sha256()));
    }
}
