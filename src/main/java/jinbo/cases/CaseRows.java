package jinbo.cases;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jinbo.accesslog.Actor;
import jinbo.accesslog.Subject;
import jinbo.cases.Cases.CaseFilter;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of cases and of what became of them, in which no number stands. */
@Component
class CaseRows {

    private static final String NOT_CLOSED = "where c.id in (select call_case from call_case_open) ";

    /**
     * Decided ones go before those that the insurer was asked about, and these before others, each the earlier first. What was
     * itself found to be told twice, or was withdrawn, goes before nothing.
     */
    private static final String GOING_BEFORE = """
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
    private final CaseQuery now;
    private final AdvanceCase advance;
    private final SecureRandom random = new SecureRandom();

    CaseRows(JdbcClient jdbc, CaseQuery now, AdvanceCase advance) {
        this.jdbc = jdbc;
        this.now = now;
        this.advance = advance;
    }

    /**
     * @param running whether the days for what comes next have begun: no insurer has to be told first, or to be resumed
     */
    record Stored(long id, Subject subject, CaseSource source, CaseSummary summary, boolean running) {}

    boolean wasDecided(long id) {
        return jdbc.sql("select exists (select 1 from call_case_decision where call_case = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** Lets nobody else file a complaint of this consumer until the transaction ends. */
    void lock(Subject subject) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('jinbo.call_case ' || ?, 0)) is null")
                .param(subject.toString())
                .query(Boolean.class)
                .single();
    }

    Stored open(CallComplaint complaint, CaseSource source, UUID request, Subject subject, Actor actor, Instant at) {
        while (true) {
            CaseNumber number = CaseNumber.drawn(BusinessTime.dateOf(at).getYear(), random);
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
                advance.begin(id.get(), number, actor, at);
                return find(number).orElseThrow();
            }
        }
    }

    Optional<Stored> find(CaseNumber number) {
        return now.find("where c.number = :number", Map.of("number", number.value())).stream()
                .findFirst();
    }

    /** The same, and nobody else goes on with it until the transaction ends. */
    Optional<Stored> findLocked(CaseNumber number) {
        return find(number).flatMap(found -> {
            advance.lock(found.id());
            return find(number);
        });
    }

    Optional<CaseNumber> byRequest(UUID request, List<Subject> subjects) {
        return jdbc.sql("select number from call_case where request = ? and subject = any (?)")
                .params(request, names(subjects))
                .query(String.class)
                .optional()
                .map(CaseNumber::new);
    }

    /** How many one consumer has opened of late. */
    long since(Instant time, List<Subject> subjects) {
        return jdbc.sql("select count(*) from call_case where subject = any (?) and opened_at > ?")
                .params(names(subjects), time.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** Those of one consumer, the newest first. */
    List<Stored> of(List<Subject> subjects, int most) {
        return now.find(
                "where c.subject = any (:subjects) order by c.id desc limit :most",
                Map.of("subjects", names(subjects), "most", most));
    }

    /** Those of the same consumer that go before one: of a call that is told twice, the first of them counts. */
    List<CaseSummary> before(Stored stored, List<Subject> subjects) {
        return now.find(GOING_BEFORE, Map.of("subjects", names(subjects), "id", stored.id())).stream()
                .takeWhile(other -> other.id() != stored.id())
                .map(Stored::summary)
                .toList();
    }

    /** Who is late is known only once the days are counted: of all that go on. */
    List<CaseSummary> newest(CaseFilter filter, int most, int offset) {
        Map<String, Object> values = new HashMap<>();
        String where = (filter.overdueOn().isPresent() ? NOT_CLOSED : "where true ")
                + condition("coalesce(p.insurer, c.insurer)", filter.insurer().map(InsurerCode::value), values)
                + condition("e.state", filter.state().map(CaseState::name), values)
                + "order by c.id desc ";
        if (filter.overdueOn().isEmpty()) {
            values.put("most", most);
            values.put("offset", offset);
            return now.find(where + "limit :most offset :offset", values).stream()
                    .map(Stored::summary)
                    .toList();
        }
        return now.find(where, values).stream()
                .map(Stored::summary)
                .filter(summary -> summary.isOverdue(filter.overdueOn().get()))
                .skip(offset)
                .limit(most)
                .toList();
    }

    /** Those that stand so, the oldest first. */
    List<Stored> standing(CaseState state) {
        return now.find(NOT_CLOSED + "and e.state = :state order by c.id", Map.of("state", state.name()));
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
                .query((row, number) -> new Case.Event(
                        CaseState.valueOf(row.getString("state")),
                        instant(row, "at"),
                        row.getString("actor"),
                        Optional.ofNullable(row.getObject("due_on", LocalDate.class)),
                        Optional.ofNullable(row.getString("reason"))))
                .list();
    }

    private static String[] names(List<Subject> subjects) {
        return subjects.stream().map(Subject::toString).toArray(String[]::new);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
