package jinbo.operator.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLogEntry;
import jinbo.accesslog.ActorRole;
import jinbo.accesslog.EntryPhase;
import jinbo.accesslog.Subject;

/**
 * The answer of {@code audit search}.
 *
 * @param entries the oldest first
 */
record AuditEntries(List<LogEntry> entries) {

    /**
     * An entry of the access log.
     *
     * @param id unique and rising
     * @param index its place in the log's tree, from 0 without gaps, once it has one
     * @param at when it was written
     * @param phase intent, result or refusal
     * @param intent for a result, the id of its intent
     * @param actor who
     * @param role in which role
     * @param operatingSystemUser under whom the program ran
     * @param confirmedBy the second person, where it took two
     * @param action what was done
     * @param purpose why
     * @param insurer whose data, if one insurer's
     * @param object the file, list or table
     * @param outcome what came of it
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
