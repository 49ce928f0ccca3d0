package jinbo.cases;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
            select c.*, e.state, e.at as since from call_case c
            cross join lateral (select state, at from call_case_event where call_case = c.id order by id desc limit 1) e
            """;

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    CaseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A case as it is stored.
     *
     * @param id in the tables
     * @param subject the consumer, as the access log has it
     */
    record Stored(long id, Subject subject, CaseSummary summary) {}

    /** Lets nobody else file a complaint of this consumer until the transaction ends. */
    void lock(Subject subject) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('jinbo.call_case ' || ?, 0)) is null")
                .param(subject.toString())
                .query(Boolean.class)
                .single();
    }

    Stored open(CallComplaint complaint, UUID request, Subject subject, Actor actor, Instant at) {
        while (true) {
            CaseNumber number = CaseNumber.drawn(BusinessTime.dateOf(at).getYear(), random);
            Optional<Long> id = jdbc.sql("""
                    insert into call_case (number, request, insurer, called_at, purpose, subject, opened_at)
                    values (?, ?, ?, ?, ?, ?, ?) on conflict (number) do nothing returning id
                    """)
                    .params(
                            number.value(),
                            request,
                            complaint.insurer().map(InsurerCode::value).orElse(null),
                            complaint.calledAt().atOffset(ZoneOffset.UTC),
                            complaint.purpose().name(),
                            subject.toString(),
                            at.atOffset(ZoneOffset.UTC))
                    .query(Long.class)
                    .optional();
            if (id.isPresent()) {
                append(id.get(), CaseState.OPEN, actor, at);
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
    List<CaseSummary> of(List<Subject> subjects, int most) {
        return jdbc
                .sql(ALL + "where c.subject = any (?) order by c.id desc limit ?")
                .params(subjects.stream().map(Subject::toString).toArray(String[]::new), most)
                .query(CaseRows::read)
                .list()
                .stream()
                .map(Stored::summary)
                .toList();
    }

    List<CaseSummary> newest(int most) {
        return jdbc.sql(ALL + "order by c.id desc limit ?").param(most).query(CaseRows::read).list().stream()
                .map(Stored::summary)
                .toList();
    }

    List<CaseEvent> history(Stored stored) {
        return jdbc.sql("select * from call_case_event where call_case = ? order by id")
                .param(stored.id())
                .query((row, number) -> new CaseEvent(
                        CaseState.valueOf(row.getString("state")), instant(row, "at"), row.getString("actor")))
                .list();
    }

    private void append(long id, CaseState state, Actor actor, Instant at) {
        jdbc.sql("insert into call_case_event (call_case, state, at, actor) values (?, ?, ?, ?)")
                .params(id, state.name(), at.atOffset(ZoneOffset.UTC), actor.inWords())
                .update();
    }

    private static Stored read(ResultSet row, int number) throws SQLException {
        return new Stored(
                row.getLong("id"),
                Subject.parse(row.getString("subject")),
                new CaseSummary(
                        new CaseNumber(row.getString("number")),
                        Optional.ofNullable(row.getString("insurer")).map(InsurerCode::new),
                        instant(row, "called_at"),
                        CallPurpose.valueOf(row.getString("purpose")),
                        instant(row, "opened_at"),
                        CaseState.valueOf(row.getString("state")),
                        instant(row, "since")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
