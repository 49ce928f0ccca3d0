package jinbo.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.Actor;
import jinbo.exchange.format.CaseNotice;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Collects the notices for an insurer (questions about cases, decisions, sanctions) and records the file with them. */
@Component
public class InsurerNotices {

    /** SQL: the decisions that an insurer must be notified of, in cases that it was asked about. */
    private static final String DECISIONS = """
            select c.id, c.number, d.id as decision, d.ruling, d.grounds, e.state <> 'UPHELD' or %s as final
            from call_case c
            join newest_case_event e on e.call_case = c.id
            join newest_case_decision d on d.call_case = c.id
            left join newest_case_party p on p.call_case = c.id
            cross join (select ?::text as code) i
            where e.state in ('UPHELD', 'DISMISSED', 'CLOSED') and coalesce(p.insurer, c.insurer) = i.code
              and c.id in (select id from call_case where insurer = i.code union all
                           select call_case from call_case_party where insurer = i.code)
              and not exists (select from case_notice n where n.decision = d.id)
              and exists (select from case_notice n join case_file f on f.id = n.case_file
                          where n.call_case = c.id and n.notice = 'COMPLAINT' and f.insurer = coalesce(p.insurer, c.insurer)
                            and f.withheld_at is null)
            order by d.id
            """.formatted(CaseSide.HAS_CONTESTED);

    private final JdbcClient jdbc;
    private final CaseDeadlines deadlines;
    private final CaseRows rows;
    private final ProtectedCallData calls;
    private final CaseFiles files;
    private final ObjectProvider<PendingNotices> providers;
    private final Clock clock;

    InsurerNotices(
            JdbcClient jdbc,
            CaseDeadlines deadlines,
            CaseRows rows,
            ProtectedCallData calls,
            CaseFiles files,
            ObjectProvider<PendingNotices> providers,
            Clock clock) {
        this.jdbc = jdbc;
        this.deadlines = deadlines;
        this.rows = rows;
        this.calls = calls;
        this.files = files;
        this.providers = providers;
        this.clock = clock;
    }

    /** Returns true if there are cases that the insurer must be asked about. */
    public boolean hasQuestions(InsurerCode insurer) {
        return !unnotifiedComplaints(insurer).isEmpty();
    }

    /** Returns true if there are decisions or sanctions to notify of; such notices contain no phone numbers. */
    public boolean hasNotices(InsurerCode insurer) {
        return !unnotifiedDecisions(insurer).isEmpty() || !sanctions(insurer).isEmpty();
    }

    /** Collects the questions about cases, and marks the cases as sent, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<PendingNotice> notices(InsurerCode insurer, AccessPermit permit, Actor by) {
        return unnotifiedComplaints(insurer).stream()
                .map(number -> notices(number, permit, by))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Collects the notices of decisions and sanctions, which go into a file of their own. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<PendingNotice> tell(InsurerCode insurer) {
        List<PendingNotice> notices = new ArrayList<>(unnotifiedDecisions(insurer));
        notices.addAll(sanctions(insurer));
        return notices;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void record(CaseFile file, List<PendingNotice> notices) {
        files.record(file, notices);
    }

    /** Returns true if the file asks about a case that was assigned to another insurer, withdrawn or opened again. */
    public boolean mustBeWithheld(CaseFile file) {
        return files.asked(file).stream()
                .map(rows::find)
                .flatMap(Optional::stream)
                .anyMatch(stored ->
                        stored.summary().state() == CaseState.OPEN || !isOf(file, stored) || isWithdrawn(stored));
    }

    /** Withholds a sealed file, and opens those of its cases again that are still the insurer's. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withhold(CaseFile file, Actor by) {
        files.recordWithheld(file, clock.instant());
        files.asked(file).stream()
                .map(rows::findLocked)
                .flatMap(Optional::stream)
                .filter(stored -> stored.summary().state() == CaseState.SENT && isOf(file, stored))
                .forEach(stored -> rows.advance(
                        stored,
                        CaseState.OPEN,
                        by,
                        Optional.of(
                                "its file was withheld: another case in it was withdrawn, opened again or assigned to another"
                                        + " insurer")));
    }

    private boolean isWithdrawn(CaseRows.Stored stored) {
        return stored.summary().state() == CaseState.CLOSED
                && rows.history(stored).stream()
                        .noneMatch(event -> event.state() == CaseState.UPHELD || event.state() == CaseState.DISMISSED);
    }

    private static boolean isOf(CaseFile file, CaseRows.Stored stored) {
        return stored.summary().insurer().equals(Optional.of(file.insurer()));
    }

    /** Makes the notice if the case, once it is locked, still needs it. */
    private Optional<PendingNotice> notices(CaseNumber number, AccessPermit permit, Actor by) {
        return rows.findLocked(number)
                .filter(stored -> stored.summary().state() == CaseState.OPEN)
                .filter(stored -> stored.summary()
                        .insurer()
                        .map(InsurerCode::value)
                        .equals(permit.access().insurer()))
                .flatMap(stored -> calls.findNumbers(permit, stored).map(called -> {
                    rows.advance(stored, CaseState.SENT, by, Optional.empty());
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

    /** Leaves out sanctions whose beginning and end would be in the same notification. */
    private List<PendingNotice> sanctions(InsurerCode insurer) {
        Map<Long, List<PendingNotice>> unnotified = providers
                .orderedStream()
                .flatMap(known -> known.of(insurer).stream())
                .filter(notice -> !files.hasNotified(notice))
                .collect(Collectors.groupingBy(
                        notice -> notice.sanction().orElseThrow(), LinkedHashMap::new, Collectors.toList()));
        return unnotified.values().stream()
                .filter(notices -> notices.size() == 1)
                .flatMap(List::stream)
                .toList();
    }

    private List<CaseNumber> unnotifiedComplaints(InsurerCode insurer) {
        return jdbc.sql("""
                select c.number from call_case c
                join newest_case_event e on e.call_case = c.id
                left join newest_case_party p on p.call_case = c.id
                cross join (select ?::text as code) i
                where e.state = 'OPEN' and c.id in (select call_case from call_case_open) and coalesce(p.insurer, c.insurer) = i.code
                  and c.id in (select id from call_case where insurer = i.code union all
                               select call_case from call_case_party where insurer = i.code)
                order by c.id
                """).param(insurer.value()).query(String.class).list().stream()
                .map(CaseNumber::new)
                .toList();
    }

    /** Finds the decisions that the insurer has not been notified of, in order. */
    private List<PendingNotice> unnotifiedDecisions(InsurerCode insurer) {
        return jdbc.sql(DECISIONS).param(insurer.value()).query(this::decision).list();
    }

    private PendingNotice decision(ResultSet row, int number) throws SQLException {
        CaseRuling ruling = CaseRuling.valueOf(row.getString("ruling"));
        Set<String> grounds =
                Arrays.stream((String[]) row.getArray("grounds").getArray()).collect(Collectors.toUnmodifiableSet());
        CaseNotice.Decision notice = new CaseNotice.Decision(
                row.getString("number"),
                ruling.decided() == CaseState.UPHELD,
                ruling.name(),
                grounds,
                row.getBoolean("final") ? Optional.empty() : lastDay(ruling));
        return PendingNotice.ofDecision(notice, row.getLong("id"), row.getLong("decision"));
    }

    /** Returns the last day for an appeal if the file is delivered today; a later delivery moves that day. */
    private Optional<LocalDate> lastDay(CaseRuling ruling) {
        return deadlines.after(ruling.decided(), clock.instant()).map(CaseDeadlines.Due::on);
    }
}
