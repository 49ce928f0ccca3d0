package jinbo.cases;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.Actor;
import jinbo.accesslog.DecisionRecords;
import jinbo.accesslog.Subject;
import jinbo.cases.Cases.CaseFilter;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads and writes cases and the changes of their state, without phone numbers. */
@Component
class CaseRows {

    /** All cases, each with its newest party and event, and since when its insurer counts as notified. */
    private static final String CASES = """
            select c.*, coalesce(p.insurer, c.insurer) as party, e.state, e.at as since, e.due_on, t.asked, t.told_at from call_case c
            join newest_case_event e on e.call_case = c.id
            left join newest_case_party p on p.call_case = c.id
            left join lateral (
                select true as asked, coalesce(
                    (select f.delivered_at from case_notice n join case_file f on f.id = n.case_file
                     where n.call_case = c.id and f.insurer = a.insurer and f.withheld_at is null
                       and case e.state when 'SENT' then n.notice = 'COMPLAINT'
                           else n.decision = (select max(id) from call_case_decision where call_case = c.id) end
                     order by f.id desc limit 1),
                    (select on_day::timestamp at time zone 'Asia/Shanghai' from case_unnotified_day
                     where insurer = a.insurer and on_day >= (e.at at time zone 'Asia/Shanghai')::date
                     order by on_day offset %d limit 1)) as told_at
                from (select f.insurer from case_notice n join case_file f on f.id = n.case_file
                      where n.call_case = c.id and n.notice = 'COMPLAINT' and f.insurer = coalesce(p.insurer, c.insurer)
                        and f.withheld_at is null and e.state in ('SENT', 'UPHELD', 'DISMISSED') limit 1) a) t on true
            """;

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String NOT_CLOSED = "where c.id in (select call_case from call_case_open) ";

    /** By precedence: decided cases, cases that the insurer was asked about, others; no duplicates or withdrawals. */
    private static final String EARLIER = """
        left join newest_case_decision d
            on d.call_case = c.id and e.state in ('UPHELD', 'DISMISSED', 'APPEALED', 'CLOSED')
        left join lateral (select min(f.sealed_at) as at from case_notice n join case_file f on f.id = n.case_file
            where n.call_case = c.id and n.notice = 'COMPLAINT' and f.insurer = coalesce(p.insurer, c.insurer)
              and f.withheld_at is null) a on true
        where (c.subject = any (:subjects) or c.id = :id) and (d.ruling is distinct from 'FILED_TWICE' or c.id = :id)
          and (e.state <> 'CLOSED' or d.ruling is not null or c.id = :id)
        order by case when d.ruling <> 'FILED_TWICE' then d.at end nulls last, a.at nulls last, c.id
        """;

    private final JdbcClient jdbc;
    private final CaseDeadlines deadlines;
    private final DecisionRecords records;
    private final Clock clock;
    private final String cases;

    CaseRows(JdbcClient jdbc, CaseDeadlines deadlines, DecisionRecords records, CaseSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.deadlines = deadlines;
        this.records = records;
        this.clock = clock;
        this.cases = CASES.formatted(settings.countsAsToldAfterWorkdays() - 1);
    }

    /** A stored case; {@code running} is false while an insurer must be notified or resumed before days count. */
    record Stored(long id, Subject subject, CaseSource source, CaseSummary summary, boolean running, boolean notified) {

        Access access(Actor actor, AccessAction action, String purpose) {
            return new Access(
                    actor,
                    action,
                    purpose,
                    summary.insurer().map(InsurerCode::value),
                    "case " + summary.number(),
                    Optional.of(subject));
        }
    }

    /** @param where condition and order; {@code c} is the case, {@code e} its last event, {@code p} its newest party */
    private List<Stored> find(String where, Map<String, ?> values) {
        CaseDeadlines.Count count = deadlines.count();
        return jdbc.sql(cases + where)
                .params(values)
                .query((row, number) -> read(row, count))
                .list();
    }

    private static Stored read(ResultSet row, CaseDeadlines.Count count) throws SQLException {
        Optional<InsurerCode> party =
                Optional.ofNullable(row.getString("party")).map(InsurerCode::new);
        CaseState state = CaseState.valueOf(row.getString("state"));
        Instant since = instant(row, "since");
        CaseDeadlines.Wait wait = count.after(new CaseDeadlines.Step(
                state,
                since,
                Optional.ofNullable(row.getObject("due_on", LocalDate.class)),
                row.getBoolean("asked") ? party : Optional.empty(),
                Optional.ofNullable(row.getObject("told_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)));
        return new Stored(
                row.getLong("id"),
                Subject.parse(row.getString("subject")),
                CaseSource.valueOf(row.getString("source")),
                new CaseSummary(
                        new CaseNumber(row.getString("number")),
                        party,
                        Optional.ofNullable(row.getString("business_line")).map(LineCode::new),
                        instant(row, "called_at"),
                        CallPurpose.valueOf(row.getString("purpose")),
                        instant(row, "opened_at"),
                        state,
                        since,
                        wait.dueOn()),
                wait.running(),
                row.getObject("told_at") != null);
    }

    boolean wasDecided(long id) {
        return jdbc.sql("select exists (select 1 from call_case_decision where call_case = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** Locks the opening of cases for a number until the transaction ends. */
    void lock(Subject subject) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('jinbo.call_case ' || ?, 0)) is null")
                .param(subject.toString())
                .query(Boolean.class)
                .single();
    }

    Stored open(CallComplaint complaint, CaseSource source, UUID request, Subject subject, Actor actor, Instant at) {
        while (true) {
            CaseNumber number = CaseNumber.random(BusinessTime.dateOf(at).getYear(), RANDOM);
            Optional<Long> id = jdbc.sql("""
                insert into call_case
                    (number, request, insurer, business_line, called_at, purpose, source, subject, opened_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (number) do nothing returning id
                """)
                    .params(
                            number.value(),
                            request,
                            complaint.insurer().map(InsurerCode::value).orElse(null),
                            complaint.businessLine().map(LineCode::value).orElse(null),
                            complaint.calledAt().atOffset(ZoneOffset.UTC),
                            complaint.purpose().name(),
                            source.name(),
                            subject.toString(),
                            at.atOffset(ZoneOffset.UTC))
                    .query(Long.class)
                    .optional();
            if (id.isPresent()) {
                append(id.get(), number, CaseState.OPEN, actor, at, Optional.empty());
                return get(number);
            }
        }
    }

    Optional<Stored> find(CaseNumber number) {
        return find("where c.number = :number", Map.of("number", number.value())).stream()
                .findFirst();
    }

    /** @throws CaseException if the case does not exist */
    Stored get(CaseNumber number) {
        return find(number).orElseThrow(() -> new CaseException(CaseError.CASE_UNKNOWN, number));
    }

    /** Finds a case and locks it until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Stored> findLocked(CaseNumber number) {
        return find(number).flatMap(found -> {
            lock(found.id());
            return find(number);
        });
    }

    /** @throws CaseException if the case does not exist */
    @Transactional(propagation = Propagation.MANDATORY)
    Stored getLocked(CaseNumber number) {
        return findLocked(number).orElseThrow(() -> new CaseException(CaseError.CASE_UNKNOWN, number));
    }

    /**
     * Changes the state in the caller's transaction.
     *
     * @throws CaseException if the current state does not allow it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void advance(Stored stored, CaseState next, Actor by, Optional<String> reason) {
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

    private void lock(long id) {
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

    Optional<CaseNumber> findByRequest(UUID request, List<Subject> subjects) {
        return jdbc.sql("select number from call_case where request = ? and subject = any (?)")
                .params(request, texts(subjects))
                .query(String.class)
                .optional()
                .map(CaseNumber::new);
    }

    long countOpenedAfter(Instant time, List<Subject> subjects) {
        return jdbc.sql("select count(*) from call_case where subject = any (?) and opened_at > ?")
                .params(texts(subjects), time.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    List<Stored> findBySubjects(List<Subject> subjects, int limit) {
        return find(
                "where c.subject = any (:subjects) order by c.id desc limit :most",
                Map.of("subjects", texts(subjects), "most", limit));
    }

    /** Finds the consumer's cases that take precedence over this one if both are about the same call. */
    List<CaseSummary> findEarlier(Stored stored, List<Subject> subjects) {
        return find(EARLIER, Map.of("subjects", texts(subjects), "id", stored.id())).stream()
                .takeWhile(other -> other.id() != stored.id())
                .map(Stored::summary)
                .toList();
    }

    /** Finds cases, newest first. The filter {@code overdueOn} reads all cases that are not closed. */
    List<CaseSummary> newest(CaseFilter filter, int limit, int offset) {
        Map<String, Object> values = new HashMap<>();
        String where = (filter.overdueOn().isPresent() ? NOT_CLOSED : "where true ")
                + condition("coalesce(p.insurer, c.insurer)", filter.insurer().map(InsurerCode::value), values)
                + condition("e.state", filter.state().map(CaseState::name), values)
                + "order by c.id desc ";
        if (filter.overdueOn().isEmpty()) {
            values.put("most", limit);
            values.put("offset", offset);
            return find(where + "limit :most offset :offset", values).stream()
                    .map(Stored::summary)
                    .toList();
        }
        return find(where, values).stream()
                .map(Stored::summary)
                .filter(summary -> summary.isOverdue(filter.overdueOn().get()))
                .skip(offset)
                .limit(limit)
                .toList();
    }

    List<CaseSummary> notClosed(Optional<InsurerCode> insurer) {
        Map<String, Object> values = new HashMap<>();
        return find(
                        NOT_CLOSED
                                + condition("coalesce(p.insurer, c.insurer)", insurer.map(InsurerCode::value), values),
                        values)
                .stream()
                .map(Stored::summary)
                .toList();
    }

    List<Stored> findInState(CaseState state) {
        return find(NOT_CLOSED + "and e.state = :state order by c.id", Map.of("state", state.name()));
    }

    private static String condition(String column, Optional<String> value, Map<String, Object> values) {
        return value.map(wanted -> {
                    String name = "v" + values.size();
                    values.put(name, wanted);
                    return "and " + column + " = :" + name + " ";
                })
                .orElse("");
    }

    List<Case.Event> history(Stored stored) {
        return jdbc.sql("select * from call_case_event where call_case = ? order by id")
                .param(stored.id())
                .query(Case.Event.class)
                .list();
    }

    /** True if the losing party has already appealed in this case, so that the decision is final. */
    boolean isFinal(Stored stored) {
        return CaseSide.losingBy(stored.summary().state()).hasAppealed(history(stored));
    }

    private static String[] texts(List<Subject> subjects) {
        return subjects.stream().map(Subject::toString).toArray(String[]::new);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
