package jinbo.cases.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLogEntry;
import jinbo.accesslog.AccessSearch;
import jinbo.accesslog.AuditTrail;
import jinbo.accesslog.EntryPhase;
import jinbo.accesslog.LogEvidence;
import jinbo.accesslog.Subject;
import jinbo.cases.CaseSummary;
import jinbo.cases.evidence.Statement.Vouched;
import jinbo.exchange.format.Manifest;
import jinbo.participant.insurer.InsurerCode;
import jinbo.registry.inbound.InboundFile;
import org.springframework.stereotype.Component;

/** Finds the access log entries that confirm statements, with proofs that the entries are in the log. */
@Component
record FindLogProofs(AuditTrail auditTrail, LogEvidence evidence) {

    /** A limit that the entries for one consumer in a day do not reach. */
    private static final int ENTRIES = 1000;

    private static final Duration A_DAY = Duration.ofDays(1);

    Optional<Vouched> ofBatch(long batch) {
        return Optional.ofNullable(
                        auditTrail.findByRegistrationBatches(List.of(batch)).get(batch))
                .map(this::proven);
    }

    /** Finds a list's entry, which must have the list's sequence and hash: the record of the list may be wrong. */
    Optional<Vouched> ofList(Manifest list) {
        return Optional.ofNullable(auditTrail.at(List.of(list.accessLogIndex())).get(list.accessLogIndex()))
                .filter(entry -> entry.phase() == EntryPhase.RESULT)
                .filter(entry -> entry.list()
                        .filter(vouched -> vouched.sequence() == list.sequence()
                                && vouched.sha256().equals(list.sha256()))
                        .isPresent())
                .map(this::proven);
    }

    Optional<Vouched> ofComplaint(CaseSummary opened, List<Subject> consumer) {
        return auditTrail
                .search(new AccessSearch(
                                Optional.of(opened.openedAt()),
                                Optional.of(opened.openedAt().plus(A_DAY)),
                                Optional.empty(),
                                Optional.of(AccessAction.COMPLAIN),
                                Optional.empty(),
                                Optional.empty(),
                                ENTRIES)
                        .about(consumer))
                .stream()
                .filter(entry -> entry.outcome()
                        .filter(("OPENED " + opened.number())::equals)
                        .isPresent())
                .findFirst()
                .map(this::proven);
    }

    /** Finds the refusal shortly before the list was recorded as withheld. */
    Optional<Vouched> ofWithheldList(InsurerCode insurer, Instant withheldAt) {
        return auditTrail
                .search(new AccessSearch(
                        Optional.of(withheldAt.minus(A_DAY)),
                        Optional.of(withheldAt.plusMillis(1)),
                        Optional.empty(),
                        Optional.of(AccessAction.PUBLISH_LIST),
                        Optional.of(insurer.value()),
                        Optional.empty(),
                        ENTRIES))
                .stream()
                .filter(entry -> entry.phase() == EntryPhase.REFUSAL)
                .reduce((earlier, later) -> later)
                .map(this::proven);
    }

    Optional<Vouched> ofFile(InboundFile file) {
        return file.verdict()
                .map(verdict -> evidence.proveEntry(verdict.accessLogId()))
                .filter(proven -> names(proven.index(), file))
                .map(proven -> new Vouched(proven.index(), proven.proof()));
    }

    private boolean names(long index, InboundFile file) {
        return Optional.ofNullable(auditTrail.at(List.of(index)).get(index))
                .filter(entry -> entry.access().object().equals(file.shownName()))
                .isPresent();
    }

    private Vouched proven(AccessLogEntry entry) {
        LogEvidence.ProvenEntry proven = evidence.proveEntry(entry.id());
        return new Vouched(proven.index(), proven.proof());
    }
}
