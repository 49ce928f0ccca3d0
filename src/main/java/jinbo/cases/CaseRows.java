package jinbo.cases;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jinbo.accesslog.Actor;
import jinbo.accesslog.Subject;
import jinbo.insurer.InsurerCode;
import jinbo.workday.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of cases and of what became of them, in which no number stands. */
@Component
class CaseRows {

    private static final String ALL = """
            select c.*, coalesce(p.insurer, c.insurer) as party, e.state, e.at as since, e.due_on from call_case c
            cross join lateral (select state, at, due_on from call_case_event where call_case = c.id order by id desc limit 1) e
            left join lateral (select insurer from call_case_party where call_case = c.id order by id desc limit 1) p on true
            """;

    /**
     * Decided ones go before those that the insurer was asked about, and these before others, each the earlier first. What was
     * itself found to be told twice goes before nothing.
     */
    private static final String GOING_BEFORE = """
            left join lateral (select finding, at from call_case_decision where call_case = c.id order by id desc limit 1) d
                on e.state in ('UPHELD', 'DISMISSED', 'APPEALED', 'CLOSED')
            left join lateral (select min(f.sealed_at) as at from case_notice n join case_file f on f.id = n.case_file
                where n.call_case = c.id and n.notice = 'COMPLAINT' and f.insurer = coalesce(p.insurer, c.insurer)) a on true
            where (c.subject = any (:subjects) or c.id = :id) and (d.finding is distinct from 'FILED_TWICE' or c.id = :id)
            order by case when d.finding <> 'FILED_TWICE' then d.at end nulls last, a.at nulls last, c.id
            """;

    private final JdbcClient jdbc;
    private final AdvanceCase advance;
    private final SecureRandom random = new SecureRandom();

    CaseRows(JdbcClient jdbc, AdvanceCase advance) {
        this.jdbc = jdbc;
        this.advance = advance;
    }

    /**
     * A case as it is stored.
     *
     * @param id in the tables
     * @param subject the consumer, as the access log has it
     * @param source who told of the call
     */
    record Stored(long id, Subject subject, CaseSource source, CaseSummary summary) {}

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
                    insert into call_case (number, request, insurer, called_at, purpose, source, subject, opened_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (number) do nothing returning id
                    """)
                    .params(
                            number.value(),
                            request,
                            complaint.insurer().map(InsurerCode::value).orElse(null),
                            complaint.calledAt().atOffset(ZoneOffset.UTC),
                            complaint.purpose().name(),
                            source.name(),
                            subject.toString(),
                            at.atOffset(ZoneOffset.UTC))
                    .query(Long.class)
                    .optional();
            if (id.isPresent()) {
                advance.begin(id.get(), actor, at);
                return find(number).orElseThrow();
            }
        }
    }

    Optional<Stored> find(CaseNumber number) {
        return jdbc.sql(ALL + "where c.number = ?")
                .param(number.value())
                .query(CaseRows::read)
                .optional();
    }

    /** The same, and nobody else goes on with it until the transaction ends. */
    Optional<Stored> findLocked(CaseNumber number) {
        return find(number).flatMap(found -> {
            advance.lock(found.id());
            return find(number);
        });
    }

    /** The case that a form of this consumer has opened. */
    Optional<CaseNumber> byRequest(UUID request, List<Subject> subjects) {
        return jdbc.sql("select number from call_case where request = ? and subject = any (?)")
                .params(request, subjects.stream().map(Subject::toString).toArray(String[]::new))
                .query(String.class)
                .optional()
                .map(CaseNumber::new);
    }

    /** How many one consumer has opened of late. */
    long since(Instant time, List<Subject> subjects) {
        return jdbc.sql("select count(*) from call_case where subject = any (?) and opened_at > ?")
                .params(subjects.stream().map(Subject::toString).toArray(String[]::new), time.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** Those of one consumer, the newest first. */
    List<Stored> of(List<Subject> subjects, int most) {
        return jdbc.sql(ALL + "where c.subject = any (?) order by c.id desc limit ?")
                .params(subjects.stream().map(Subject::toString).toArray(String[]::new), most)
                .query(CaseRows::read)
                .list();
    }

    /** Those of the same consumer that go before one: of a call that is told twice, the first of them counts. */
    List<CaseSummary> before(Stored stored, List<Subject> subjects) {
        return jdbc
                .sql(ALL + GOING_BEFORE)
                .param("subjects", subjects.stream().map(Subject::toString).toArray(String[]::new))
                .param("id", stored.id())
                .query(CaseRows::read)
                .list()
                .stream()
                .takeWhile(other -> other.id() != stored.id())
                .map(Stored::summary)
                .toList();
    }

    List<CaseSummary> newest(CaseFilter filter, int most) {
        return jdbc
                .sql(ALL + """
                where (cast(:insurer as text) is null or coalesce(p.insurer, c.insurer) = :insurer)
                  and (cast(:state as text) is null or e.state = :state)
                  and (cast(:day as date) is null or e.due_on < :day and e.state in ('OPEN', 'SENT', 'ANSWERED', 'APPEALED'))
                order by c.id desc limit :most
                """)
                .param("insurer", filter.insurer().map(InsurerCode::value).orElse(null))
                .param("state", filter.state().map(CaseState::name).orElse(null))
                .param("day", filter.overdueOn().orElse(null))
                .param("most", most)
                .query(CaseRows::read)
                .list()
                .stream()
                .map(Stored::summary)
                .toList();
    }

    List<CaseEvent> history(Stored stored) {
        return jdbc.sql("select * from call_case_event where call_case = ? order by id")
                .param(stored.id())
                .query((row, number) -> new CaseEvent(
                        CaseState.valueOf(row.getString("state")),
                        instant(row, "at"),
                        row.getString("actor"),
                        Optional.ofNullable(row.getObject("due_on", LocalDate.class)),
                        Optional.ofNullable(row.getString("reason"))))
                .list();
    }

    private static Stored read(ResultSet row, int number) throws SQLException {
        return new Stored(
                row.getLong("id"),
                Subject.parse(row.getString("subject")),
                CaseSource.valueOf(row.getString("source")),
                new CaseSummary(
                        new CaseNumber(row.getString("number")),
                        Optional.ofNullable(row.getString("party")).map(InsurerCode::new),
                        instant(row, "called_at"),
                        CallPurpose.valueOf(row.getString("purpose")),
                        instant(row, "opened_at"),
                        CaseState.valueOf(row.getString("state")),
                        instant(row, "since"),
                        Optional.ofNullable(row.getObject("due_on", LocalDate.class))));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
