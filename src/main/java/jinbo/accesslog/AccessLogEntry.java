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
 * An entry of the access log, as stored: a begin entry, the result of an access, or a refusal.
 *
 * @param id unique and ascending, with gaps; {@link #UNASSIGNED_ID} until written
 * @param index the position in the Merkle tree, from 0 without gaps; empty until it is assigned
 * @param intent in a result entry, the id of its begin entry
 * @param numbers how many phone numbers were accessed; {@code acts} are the registrations that were written
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

    /** The largest possible id. It has the most digits, so no entry becomes longer when it gets its own id. */
    static final long UNASSIGNED_ID = (1L << 53) - 1;

    /** The bytes that a begin entry leaves free: its result has the same fields, an outcome and counts. */
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
     * Encodes the entry for the tree. The bytes are not stored, but encoded from the columns each time, so that a
     * changed column changes the bytes and is noticed.
     *
     * @throws IllegalArgumentException if the format does not allow such an entry
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
     * Checks that the format allows the entry, and that a begin entry leaves room for its result: an access that cannot
     * end would stop all further work for its insurer.
     *
     * @throws IllegalArgumentException if the format does not allow such an entry
     */
    void requireFormat() {
        int length = encode().length;
        int most = EntryBundle.MOST_ENTRY_BYTES - ROOM_FOR_THE_RESULT;
        if (phase == EntryPhase.INTENT && length > most) {
            throw new IllegalArgumentException("The begin entry has " + length + " bytes; at most " + most
                    + " leave room for its result. Use a shorter purpose");
        }
    }

    /** The fields have the same names as in the manifest, so that the verifier can compare the two. */
    private static SortedMap<String, String> fields(LoggedList list) {
        return new TreeMap<>(Map.of("sequence", Long.toString(list.sequence()), "sha256", list.sha256()));
    }
}
