package jinbo.cases;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.Actor;
import jinbo.exchange.format.CaseNotice;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Says what an insurer is to be told next of cases, and records that a file tells it: then those that it asks about are sent. */
@Component
public class InsurerNotices {

    private final UnnotifiedCases unnotified;
    private final CaseRows rows;
    private final ProtectedCallData calls;
    private final AdvanceCase advance;
    private final CaseFiles files;
    private final ObjectProvider<PendingNotices> others;
    private final Clock clock;

    InsurerNotices(
            UnnotifiedCases unnotified,
            CaseRows rows,
            ProtectedCallData calls,
            AdvanceCase advance,
            CaseFiles files,
            ObjectProvider<PendingNotices> others,
            Clock clock) {
        this.unnotified = unnotified;
        this.rows = rows;
        this.calls = calls;
        this.advance = advance;
        this.files = files;
        this.others = others;
        this.clock = clock;
    }

    /** Whether there are cases that the insurer has not been asked about. */
    public boolean hasQuestions(InsurerCode insurer) {
        return !unnotified.complaints(insurer).isEmpty();
    }

    /** Whether there is anything else that it has not been told, for which no number is handed over. */
    public boolean hasNotices(InsurerCode insurer) {
        return !unnotified.decisions(insurer).isEmpty() || !sanctions(insurer).isEmpty();
    }

    /** Collects what the insurer is to be asked, in the caller's transaction; in it the cases are sent from here on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<PendingNotice> notices(InsurerCode insurer, AccessPermit permit, Actor by) {
        return unnotified.complaints(insurer).stream()
                .map(number -> notices(number, permit, by))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Collects what it is to be told beside that, in which no number stands; so it leaves in a file of its own. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<PendingNotice> tell(InsurerCode insurer) {
        List<PendingNotice> notices = new ArrayList<>(unnotified.decisions(insurer));
        notices.addAll(sanctions(insurer));
        return notices;
    }

    /** Records a file that tells this, in the transaction in which it was collected. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(CaseFile file, List<PendingNotice> notices) {
        files.record(file, notices);
    }

    /** Whether a sealed file asks about a case that is not its insurer's any more, or is to be asked about anew. */
    public boolean mustBeWithheld(CaseFile file) {
        return files.asked(file).stream()
                .map(rows::find)
                .flatMap(Optional::stream)
                .anyMatch(stored ->
                        stored.summary().state() == CaseState.OPEN || !isOf(file, stored) || isWithdrawn(stored));
    }

    /** Records that a sealed file never leaves, in the caller's transaction; the cases in it that are the insurer's are open again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withhold(CaseFile file, Actor by) {
        files.withheld(file, clock.instant());
        files.asked(file).stream()
                .map(rows::findLocked)
                .flatMap(Optional::stream)
                .filter(stored -> stored.summary().state() == CaseState.SENT && isOf(file, stored))
                .forEach(stored -> advance.to(
                        stored,
                        CaseState.OPEN,
                        by,
                        Optional.of(
                                "its file was withheld: another case in it is no longer assigned to this insurer")));
    }

    private boolean isWithdrawn(CaseRows.Stored stored) {
        return stored.summary().state() == CaseState.CLOSED
                && rows.history(stored).stream()
                        .noneMatch(event -> event.state() == CaseState.UPHELD || event.state() == CaseState.DISMISSED);
    }

    private static boolean isOf(CaseFile file, CaseRows.Stored stored) {
        return stored.summary().insurer().equals(Optional.of(file.insurer()));
    }

    /** Somebody may have decided the case, or given it to another insurer, since it was found. */
    private Optional<PendingNotice> notices(CaseNumber number, AccessPermit permit, Actor by) {
        return rows.findLocked(number)
                .filter(stored -> stored.summary().state() == CaseState.OPEN)
                .filter(stored -> stored.summary()
                        .insurer()
                        .map(InsurerCode::value)
                        .equals(permit.access().insurer()))
                .flatMap(stored -> calls.numbers(permit, stored).map(called -> {
                    advance.to(stored, CaseState.SENT, by, Optional.empty());
                    return PendingNotice.asking(complaint(stored, called), stored);
                }));
    }

    private CaseNotice.Complaint complaint(CaseRows.Stored stored, CallNumbers called) {
        List<Case.Event> history = rows.history(stored);
        return new CaseNotice.Complaint(
                stored.summary().number().value(),
                called.consumer(),
                stored.summary().calledAt(),
                called.caller().map(CallerNumber::digits),
                stored.summary().purpose().name(),
                stored.summary().businessLine(),
                history.get(history.size() - 1).dueOn());
    }

    /** Of what has ended before the insurer was told of it, it is told nothing. */
    private List<PendingNotice> sanctions(InsurerCode insurer) {
        Map<Long, List<PendingNotice>> unnotified = others.orderedStream()
                .flatMap(known -> known.of(insurer).stream())
                .filter(notice -> !files.hasNotified(notice))
                .collect(Collectors.groupingBy(
                        notice -> notice.sanction().orElseThrow(), LinkedHashMap::new, Collectors.toList()));
        return unnotified.values().stream()
                .filter(notices -> notices.size() == 1)
                .flatMap(List::stream)
                .toList();
    }
}
