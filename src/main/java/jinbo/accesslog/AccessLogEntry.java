package jinbo.accesslog;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import jinbo.accesslog.tlog.EntryBundle;
import jinbo.accesslog.tlog.EntryCodec;
import jinbo.accesslog.tlog.LogEntry;

/**
 * @param id unique and rising, with gaps; {@link #UNASSIGNED_ID} until written
 * @param index in the tree, from 0 without gaps; empty until placed
 * @param intent of a result, the id of the begin entry
 */
public record AccessLogEntry(
        long id,
        OptionalLong index,
        Instant at,
        EntryPhase phase,
        OptionalLong intent,
        Access access,
        Optional<String> outcome,
        OptionalLong numbers,
        Optional<LoggedRegistrations> acts,
        Optional<LoggedList> list) {

    /** The id with the most digits. */
    static final long UNASSIGNED_ID = (1L << 53) - 1;

    /** More than an outcome and the rest of a result take. */
    private static final int ROOM_FOR_THE_RESULT = 4096;

    static AccessLogEntry begin(Instant at, Access access) {
        return unwritten(at, EntryPhase.INTENT, access, Optional.empty());
    }

    static AccessLogEntry refusal(Instant at, Access access, String reason) {
        return unwritten(at, EntryPhase.REFUSAL, access, Optional.of(reason));
    }

    private static AccessLogEntry unwritten(Instant at, EntryPhase phase, Access access, Optional<String> outcome) {
        return new AccessLogEntry(
                UNASSIGNED_ID,
                OptionalLong.empty(),
                at,
                phase,
                OptionalLong.empty(),
                access,
                outcome,
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static AccessLogEntry result(Instant at, long intent, Access access, AccessResult result) {
        return new AccessLogEntry(
                UNASSIGNED_ID,
                OptionalLong.empty(),
                at,
                EntryPhase.RESULT,
                OptionalLong.of(intent),
                access,
                Optional.of(result.outcome()),
                OptionalLong.of(result.numbers()),
                result.acts(),
                result.list());
    }

    /**
     * Encodes the entry for the tree, each time from the columns, so that a changed column shows.
     *
     * @throws IllegalArgumentException if the format has no such entry
     */
    byte[] encode() {
        return EntryCodec.write(new LogEntry(
                id,
                at,
                LogEntry.Phase.valueOf(phase.name()),
                intent,
                new LogEntry.Actor(
                        access.actor().name(),
                        LogEntry.Role.valueOf(access.actor().role().name()),
                        Optional.of(access.actor().operatingSystemUser()),
                        access.actor().confirmedBy()),
                new LogEntry.Access(
                        access.action().name(), access.purpose(), access.insurer(), Optional.of(access.object())),
                outcome,
                numbers,
                access.subject().map(subject -> new LogEntry.Subject(subject.epoch(), subject.hmac())),
                acts.map(batch ->
                        new LogEntry.Registrations(batch.batch(), batch.revision(), batch.count(), batch.digest())),
                list.map(AccessLogEntry::fields).orElseGet(TreeMap::new)));
    }

    /**
     * Requires that the tree can hold the entry and its result: an access that cannot end blocks its insurer.
     *
     * @throws IllegalArgumentException if the format has no such entry
     */
    void requireFormat() {
        int length = encode().length;
        int most = EntryBundle.MOST_ENTRY_BYTES - ROOM_FOR_THE_RESULT;
        if (phase == EntryPhase.INTENT && length > most) {
            throw new IllegalArgumentException("The intent has " + length + " bytes; at most " + most
                    + " leave room for its result. Use a shorter purpose");
        }
    }

    /** With the names of the manifest, by which the verifier compares both. */
    private static SortedMap<String, String> fields(LoggedList list) {
        return new TreeMap<>(Map.of("sequence", Long.toString(list.sequence()), "sha256", list.sha256()));
    }
}
