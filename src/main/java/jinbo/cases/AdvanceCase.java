package jinbo.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.accesslog.DecisionRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Appends the next state to the history of a case, with the last day for what follows. */
@Component
class AdvanceCase {

    private final JdbcClient jdbc;
    private final DecisionRecords records;
    private final CaseDeadlines deadlines;
    private final Clock clock;

    AdvanceCase(JdbcClient jdbc, DecisionRecords records, CaseDeadlines deadlines, Clock clock) {
        this.jdbc = jdbc;
        this.records = records;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Begins the history of a new case, in the caller's transaction. */
    void begin(long id, CaseNumber number, Actor by, Instant at) {
        append(id, number, CaseState.OPEN, by, at, Optional.empty());
    }

    /**
     * Changes the state in the caller's transaction.
     *
     * @throws CaseException if the current state does not allow it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void to(CaseRows.Stored stored, CaseState next, Actor by, Optional<String> reason) {
        lock(stored.id());
        CaseState now = jdbc.sql("select state from newest_case_event where call_case = ?")
                .param(stored.id())
                .query((row, number) -> CaseState.valueOf(row.getString("state")))
                .single();
        if (!now.canBecome(next)) {
            throw new CaseException(CaseError.CASE_STATE, stored.summary().number(), now, next);
        }
        append(stored.id(), stored.summary().number(), next, by, clock.instant(), reason);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void lock(long id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('jinbo.call_case.state', ?)) is null")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private void append(long id, CaseNumber number, CaseState state, Actor by, Instant at, Optional<String> reason) {
        Optional<CaseDeadlines.Due> due = deadlines.after(state, at);
        records.record(
                CaseRecords.CASE,
                number.value(),
                by,
                () -> jdbc.sql("""
                insert into call_case_event (call_case, state, at, actor, due_on, calendar_version, reason)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                        .params(
                                id,
                                state.name(),
                                at.atOffset(ZoneOffset.UTC),
                                by.toDisplayName(),
                                due.map(CaseDeadlines.Due::on).orElse(null),
                                due.map(CaseDeadlines.Due::calendarVersion).orElse(null),
                                reason.orElse(null))
                        .update());
    }
}
