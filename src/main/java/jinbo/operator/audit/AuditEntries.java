package jinbo.operator.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLogEntry;
import jinbo.accesslog.ActorRole;
import jinbo.accesslog.EntryPhase;
import jinbo.accesslog.Subject;

/** @param entries the oldest first */
record AuditEntries(List<LogEntry> entries) {

    /**
     * @param id unique and rising
     * @param index its place in the log's tree, from 0 without gaps, once it has one
     * @param intent for a result, the id of its intent
     * @param numbers how many phone numbers were read or written
     * @param subject the one number that was looked at, as a keyed hash
     */
    record LogEntry(
            long id,
            Optional<Long> index,
            Instant at,
            EntryPhase phase,
            Optional<Long> intent,
            String actor,
            ActorRole role,
            String operatingSystemUser,
            Optional<String> confirmedBy,
            AccessAction action,
            String purpose,
            Optional<String> insurer,
            String object,
            Optional<String> outcome,
            Optional<Long> numbers,
            Optional<String> subject) {

        static LogEntry of(AccessLogEntry entry) {
            return new LogEntry(
                    entry.id(),
                    entry.index().stream().boxed().findFirst(),
                    entry.at(),
                    entry.phase(),
                    entry.intent().stream().boxed().findFirst(),
                    entry.access().actor().name(),
                    entry.access().actor().role(),
                    entry.access().actor().operatingSystemUser(),
                    entry.access().actor().confirmedBy(),
                    entry.access().action(),
                    entry.access().purpose(),
                    entry.access().insurer(),
                    entry.access().object(),
                    entry.outcome(),
                    entry.numbers().stream().boxed().findFirst(),
                    entry.access().subject().map(Subject::toString));
        }
    }

    static AuditEntries of(List<AccessLogEntry> entries) {
        return new AuditEntries(entries.stream().map(LogEntry::of).toList());
    }
}
