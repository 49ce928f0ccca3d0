package jinbo.participant.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
record RequestRows(JdbcClient jdbc) {

    private static final String ALL = """
            select q.*, d.decision, d.decided_by, d.reason as decision_reason, d.decided_at, e.outcome, e.detail, e.ended_at
            from request q
            left join request_decision d on d.request = q.id
            left join request_result e on e.request = q.id
            """;

    Optional<Request> find(long id) {
        return jdbc.sql(ALL + " where q.id = ?").param(id).query(this::request).optional();
    }

    List<Request> newest(Optional<PersonName> by, int limit, int offset) {
        return jdbc.sql(ALL
                        + " where (?::text is null or q.requested_by = ?::text) order by q.id desc limit ? offset ?")
                .param(by.map(PersonName::value).orElse(null))
                .param(by.map(PersonName::value).orElse(null))
                .params(limit, offset)
                .query(this::request)
                .list();
    }

    /** Requests that can still be decided, or have no recorded result. */
    List<Request> findPending(Instant now) {
        return jdbc.sql(ALL + """
                 where (d.request is null and q.expires_at > ?) or (d.decision = 'CONFIRMED' and e.request is null)
                order by q.id
                """)
                .param(now.atOffset(ZoneOffset.UTC))
                .query(this::request)
                .list();
    }

    private Request request(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        return new Request(
                id,
                List.of((String[]) row.getArray("words").getArray()),
                Optional.ofNullable(row.getString("operation")),
                Duty.valueOf(row.getString("duty")),
                files(id),
                Optional.ofNullable(row.getString("reason")),
                new PersonName(row.getString("requested_by")),
                instant(row, "requested_at"),
                instant(row, "expires_at"),
                row.getString("decision") == null ? Optional.empty() : Optional.of(decision(row)),
                row.getString("outcome") == null ? Optional.empty() : Optional.of(result(row)));
    }

    private List<Request.StoredFile> files(long request) {
        return jdbc.sql("select * from request_file where request = ? order by word")
                .param(request)
                .query((row, number) -> new Request.StoredFile(
                        row.getInt("word"), row.getString("name"), row.getLong("size"), row.getString("sha256")))
                .list();
    }

    private static Request.Decision decision(ResultSet row) throws SQLException {
        return new Request.Decision(
                row.getString("decision").equals("CONFIRMED"),
                new PersonName(row.getString("decided_by")),
                Optional.ofNullable(row.getString("decision_reason")),
                instant(row, "decided_at"));
    }

    private static Request.Result result(ResultSet row) throws SQLException {
        return new Request.Result(
                Request.State.valueOf(row.getString("outcome")),
                Optional.ofNullable(row.getString("detail")),
                instant(row, "ended_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
