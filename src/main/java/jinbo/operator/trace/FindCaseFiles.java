package jinbo.operator.trace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.accesslog.AccessLogEntry;
import jinbo.accesslog.AuditTrail;
import jinbo.accesslog.EntryPhase;
import jinbo.accesslog.Subject;
import jinbo.cases.CaseFile;
import jinbo.cases.CaseFiles;
import org.springframework.stereotype.Component;

/** The files by which insurers were handed a number because its holder had complained of a call, with the entries that vouch for them. */
@Component
record FindCaseFiles(CaseFiles files, AuditTrail auditTrail) {

    TraceSlice<TracedCaseFile> of(List<Subject> subjects, TraceFilter bounds) {
        List<CaseFiles.Disclosure> handedOver = files.handedOver(subjects).stream()
                .filter(handed -> bounds.hold(handed.file().insurer())
                        && bounds.hold(handed.file().sealedAt()))
                .toList();
        Map<Long, AccessLogEntry> entries = auditTrail.findByIds(
                handedOver.stream().map(handed -> handed.file().accessLogId()).toList());
        return TraceSlice.of(
                handedOver.stream()
                        .map(handed -> new TracedCaseFile(
                                handed.file(),
                                handed.cases(),
                                Optional.ofNullable(entries.get(handed.file().accessLogId()))
                                        .filter(entry -> vouches(entry, handed.file()))))
                        .toList(),
                bounds.most());
    }

    /** What the record of the file says is not believed: an entry vouches for what it names. */
    private static boolean vouches(AccessLogEntry entry, CaseFile file) {
        return entry.phase() == EntryPhase.RESULT
                && entry.access().object().equals(file.name())
                && entry.access().insurer().equals(Optional.of(file.insurer().value()));
    }
}
