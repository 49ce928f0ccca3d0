package jinbo.operator.trace;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessLogEntry;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.AccessSearch;
import jinbo.accesslog.Actor;
import jinbo.accesslog.AuditTrail;
import jinbo.accesslog.DestroyedSubjectKeys;
import jinbo.accesslog.SubjectKeys;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.phone.Mobile;
import jinbo.registry.NumberHistory;
import jinbo.registry.ReadNumberHistory;
import org.springframework.stereotype.Component;

/** Finds out where a number has been; that is itself an access to the number. */
@Component
public record TraceNumber(
        AccessLog accessLog,
        AuditTrail auditTrail,
        SubjectKeys keys,
        DestroyedSubjectKeys destroyedSubjectKeys,
        ReadNumberHistory histories,
        FindUploads uploads,
        FindLists lists,
        FindCaseFiles caseFiles,
        Clock clock) {

    private static final String OBJECT = "one number";

    /**
     * Traces it. What the log is told is the same whether anything is known of the number or not, for who reads the log learns
     * nothing about anybody.
     *
     * @param reason why, without numbers
     */
    public NumberTrace of(Mobile mobile, TraceFilter bounds, Actor actor, String reason) {
        AccessPermit permit = accessLog.begin(new Access(
                actor,
                AccessAction.SEARCH_BY_NUMBER,
                reason,
                bounds.insurer().map(InsurerCode::value),
                OBJECT,
                Optional.of(keys.subjectOf(mobile.value(), BusinessTime.dateOf(clock.instant())))));
        try {
            NumberHistory history = histories.of(permit, mobile);
            List<Integer> yearsWithoutKey = yearsWithoutKey();
            NumberTrace trace = new NumberTrace(
                    accesses(mobile, bounds),
                    uploads.of(history, bounds),
                    lists.of(history, bounds),
                    caseFiles.of(keys.allSubjectsOf(mobile.value()), bounds),
                    yearsWithoutKey,
                    lost(yearsWithoutKey));
            accessLog.complete(permit, "SEARCHED", 1);
            return trace;
        } catch (RuntimeException e) {
            accessLog.failed(permit, e);
            throw e;
        }
    }

    private TraceSlice<AccessLogEntry> accesses(Mobile mobile, TraceFilter bounds) {
        List<AccessLogEntry> oldestFirst = auditTrail.search(new AccessSearch(
                        bounds.from(),
                        bounds.until(),
                        Optional.empty(),
                        Optional.empty(),
                        bounds.insurer().map(InsurerCode::value),
                        Optional.empty(),
                        bounds.most() + 1)
                .about(keys.allSubjectsOf(mobile.value())));
        List<AccessLogEntry> newestFirst = new ArrayList<>(oldestFirst);
        java.util.Collections.reverse(newestFirst);
        return TraceSlice.of(newestFirst, bounds.most());
    }

    private List<Integer> lost(List<Integer> yearsWithoutKey) {
        Set<Integer> destroyed = destroyedSubjectKeys.years();
        return yearsWithoutKey.stream()
                .filter(year -> !destroyed.contains(year))
                .toList();
    }

    private List<Integer> yearsWithoutKey() {
        List<Integer> kept = keys.kept();
        return auditTrail.epochs().stream().filter(year -> !kept.contains(year)).toList();
    }
}
