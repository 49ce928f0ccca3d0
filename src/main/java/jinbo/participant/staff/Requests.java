package jinbo.participant.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.reference.phone.Mobile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The stored requests. A request is confirmed or refused once, and carried out at most once. */
@Component
public class Requests {

    private static final int LONGEST_DETAIL = 500;

    private static final String ALL = """
            select q.*, d.decision, d.decided_by, d.reason as decision_reason, d.decided_at, e.outcome, e.detail, e.ended_at
            from request q
            left join request_decision d on d.request = q.id
            left join request_result e on e.request = q.id
            """;

    private final JdbcClient jdbc;
    private final RequestNumbers numbers;
    private final PersonSettings settings;
    private final Clock clock;

    Requests(JdbcClient jdbc, RequestNumbers numbers, PersonSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.settings = settings;
        this.clock = clock;
    }

    /** Reserves the id of the next request, so that its files can be stored first. */
    public long nextId() {
        return jdbc.sql("select nextval(pg_get_serial_sequence('request', 'id'))")
                .query(Long.class)
                .single();
    }

    /** Records a request. Its words contain no phone number, which is stored separately until the request ends. */
    @Transactional
    public Request record(
            long id,
            List<String> words,
            Optional<String> operation,
            Duty duty,
            Optional<String> reason,
            List<Request.StoredFile> files,
            Optional<Mobile> about,
            Actor by) {
        jdbc.sql("""
                insert into request
                    (id, words, operation, duty, reason, requested_by, operating_system_user, requested_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        id,
                        words.toArray(String[]::new),
                        operation.orElse(null),
                        duty.name(),
                        reason.orElse(null),
                        by.name(),
                        by.operatingSystemUser(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        clock.instant().plus(settings.requestsExpireAfter()).atOffset(ZoneOffset.UTC))
                .update();
        for (Request.StoredFile file : files) {
            jdbc.sql("insert into request_file (request, word, name, size, sha256) values (?, ?, ?, ?, ?)")
                    .params(id, file.argument(), file.name(), file.size(), file.sha256())
                    .update();
        }
        Request request = get(id);
        about.ifPresent(mobile -> numbers.keep(request, mobile, by));
        return request;
    }

    public Request get(long id) {
        return jdbc.sql(ALL + " where q.id = ?")
                .param(id)
                .query(this::request)
                .optional()
                .orElseThrow(() -> new StaffException(StaffError.REQUEST_UNKNOWN, id));
    }

    public List<Request> newest(int limit) {
        return newest(Optional.empty(), limit, 0);
    }

    /** A page of the requests of one person, or of all people, the newest first. */
    public List<Request> newest(Optional<PersonName> by, int limit, int offset) {
        return jdbc.sql(ALL
                        + " where (?::text is null or q.requested_by = ?::text) order by q.id desc limit ? offset ?")
                .param(by.map(PersonName::value).orElse(null))
                .param(by.map(PersonName::value).orElse(null))
                .params(limit, offset)
                .query(this::request)
                .list();
    }

    /** The requests that need attention: they are open, or confirmed without a recorded result. */
    public List<Request> findPending() {
        return jdbc.sql(ALL + """
                 where (d.request is null and q.expires_at > ?) or (d.decision = 'CONFIRMED' and e.request is null)
                order by q.id
                """)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query(this::request)
                .list();
    }

    public Request requireOpen(long id) {
        Request request = get(id);
        Request.State state = request.state(clock.instant());
        if (state != Request.State.OPEN) {
            throw notOpen(id, state);
        }
        return request;
    }

    public Request refuse(Request request, PersonName by, String reason) {
        decide(request, "REFUSED", by, Optional.of(reason));
        return get(request.id());
    }

    /** Records the confirmation; afterwards the request cannot be confirmed or refused again. */
    void confirm(Request request, PersonName by) {
        decide(request, "CONFIRMED", by, Optional.empty());
    }

    public void complete(Request request, Request.State outcome, Optional<String> detail) {
        jdbc.sql("insert into request_result (request, outcome, detail, ended_at) values (?, ?, ?, ?)")
                .params(
                        request.id(),
                        outcome.name(),
                        detail.map(text -> text.substring(0, Math.min(text.length(), LONGEST_DETAIL)))
                                .orElse(null),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void decide(Request request, String decision, PersonName by, Optional<String> reason) {
        int decided = jdbc.sql("""
                insert into request_decision (request, requested_by, decision, decided_by, reason, decided_at)
                values (?, ?, ?, ?, ?, ?)
                on conflict (request) do nothing
                """)
                .params(
                        request.id(),
                        request.requestedBy().value(),
                        decision,
                        by.value(),
                        reason.orElse(null),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (decided == 0) {
            // another person has confirmed or refused the request meanwhile
            throw notOpen(request.id(), get(request.id()).state(clock.instant()));
        }
    }

    private static StaffException notOpen(long id, Request.State state) {
        return switch (state) {
            case EXPIRED -> new StaffException(StaffError.REQUEST_EXPIRED, id);
            case REFUSED -> new StaffException(StaffError.REQUEST_REFUSED, id);
            case UNFINISHED -> new StaffException(StaffError.REQUEST_UNFINISHED, id);
            default -> new StaffException(StaffError.REQUEST_CARRIED_OUT, id, state);
        };
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
        return jdbc.sql("select word as argument, name, size, sha256 from request_file where request = ? order by word")
                .param(request)
                .query(Request.StoredFile.class)
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
