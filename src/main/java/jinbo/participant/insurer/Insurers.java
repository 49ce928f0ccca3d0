package jinbo.participant.insurer;

import java.net.URI;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jinbo.accesslog.DecisionRecords;
import jinbo.participant.insurer.InsurerStatusEvent.Kind;
import jinbo.reference.business.LineCode;
import jinbo.reference.business.LineError;
import jinbo.reference.business.LineException;
import jinbo.reference.calendar.BusinessTime;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The insurers: finds, adds and changes them. */
@Component
public class Insurers {

    private final JdbcClient jdbc;
    private final InsurerStatusHistory history;
    private final DecisionRecords records;
    private final InsurerLines lines;

    Insurers(JdbcClient jdbc, InsurerStatusHistory history, DecisionRecords records, InsurerLines lines) {
        this.jdbc = jdbc;
        this.history = history;
        this.records = records;
        this.lines = lines;
    }

    /**
     * Adds an insurer, without agreements and certificates, that sells the given lines from today on.
     *
     * @throws jinbo.reference.business.LineException if a line is unknown or not open
     * @throws InsurerException if the code is taken, or if an insurer that has not left has the same drop address
     */
    @Transactional
    public Insurer add(InsurerCode code, String name, Set<LineCode> codes, DropLocation drop, Instant joinedAt) {
        if (codes.isEmpty()) {
            throw new IllegalArgumentException("An insurer needs at least one line of business");
        }
        refuseSharedDrop(code, drop, other -> other.departure().isEmpty());
        try {
            records.record(InsurerStatusHistory.RECORD, code.value(), () -> {
                jdbc.sql("""
                    insert into insurer (code, name, joined_at, drop_url, drop_keys) values (?, ?, ?, ?, ?)
                    """)
                        .params(code.value(), name, joinedAt.atOffset(ZoneOffset.UTC), url(drop), keys(drop))
                        .update();
                history.append(code, InsurerStatusEvent.of(joinedAt, Kind.JOINED));
            });
        } catch (DuplicateKeyException e) {
            throw new InsurerException(InsurerError.INSURER_EXISTS, code);
        }
        new TreeSet<>(codes).forEach(line -> lines.add(code, line, BusinessTime.dateOf(joinedAt), joinedAt));
        return get(code);
    }

    /** @throws InsurerException if there is no such insurer; the message lists the existing insurers */
    public Insurer get(InsurerCode code) {
        return find(code)
                .orElseThrow(() -> InsurerException.unknown(
                        code, all().stream().map(Insurer::code).toList()));
    }

    /** Finds a past, current or future line; throws {@link InsurerException} if the insurer never sold it. */
    public LineParticipation get(InsurerLine name) {
        return get(name.insurer())
                .in(name.line())
                .orElseThrow(() -> new InsurerException(InsurerError.LINE_NOT_SOLD, name.insurer(), name.line()));
    }

    public LineParticipation getSold(InsurerLine name, LocalDate day) {
        LineParticipation insurer = get(name);
        if (!insurer.holds(day)) {
            throw new InsurerException(InsurerError.LINE_NOT_SOLD, name.insurer(), name.line());
        }
        return insurer;
    }

    public Optional<Insurer> find(InsurerCode code) {
        List<LineParticipation> sold = lines.of(code);
        return jdbc.sql("select * from insurer where code = ?")
                .param(code.value())
                .query((row, number) -> insurer(row, sold))
                .optional();
    }

    public List<Insurer> all() {
        Map<InsurerCode, List<LineParticipation>> all = lines.all();
        return jdbc.sql("select * from insurer order by code")
                .query((row, number) ->
                        insurer(row, all.getOrDefault(new InsurerCode(row.getString("code")), List.of())))
                .list();
    }

    /** The other active insurers with the same drop address; DNS names, which they control, are not resolved. */
    public List<InsurerCode> sharingDropOf(Insurer insurer) {
        return insurer.isActive() ? at(insurer.code(), insurer.drop(), Insurer::isActive) : List.of();
    }

    private List<InsurerCode> at(InsurerCode code, DropLocation drop, Predicate<Insurer> others) {
        return drop instanceof DropLocation.Remote remote
                ? all().stream()
                        .filter(other -> !other.code().equals(code) && others.test(other))
                        .filter(other -> other.drop() instanceof DropLocation.Remote theirs
                                && theirs.place().equals(remote.place()))
                        .map(Insurer::code)
                        .toList()
                : List.of();
    }

    /** Takes a lock, so that of two concurrent changes the second one sees the first. */
    private void refuseSharedDrop(InsurerCode code, DropLocation drop, Predicate<Insurer> others) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('jinbo.insurer.drop', 0)) is null")
                .query(Boolean.class)
                .single();
        at(code, drop, others).stream().findFirst().ifPresent(other -> {
            throw new InsurerException(InsurerError.DROP_SHARED_ADDRESS, code, other);
        });
    }

    @Transactional
    public Insurer describe(InsurerCode code, ServiceNumber serviceNumber) {
        lockNotLeft(code);
        records.record(
                InsurerStatusHistory.RECORD,
                code.value(),
                () -> jdbc.sql("update insurer set service_number = ? where code = ?")
                        .params(serviceNumber.digits(), code.value())
                        .update());
        return get(code);
    }

    /** Records the first days of both agreements. An end that was recorded earlier no longer counts. */
    @Transactional
    public Insurer agree(InsurerCode code, LocalDate selfDiscipline, LocalDate confidentiality, Instant at) {
        Insurer insurer = lockNotLeft(code);
        history.change(insurer, InsurerStatusEvent.agreed(at, Agreements.since(selfDiscipline, confidentiality)));
        return get(code);
    }

    @Transactional
    public Insurer suspend(InsurerCode code, Instant at) {
        Insurer insurer = lockNotLeft(code);
        if (insurer.suspendedAt().isEmpty()) {
            history.change(insurer, InsurerStatusEvent.of(at, Kind.SUSPENDED));
        }
        return get(code);
    }

    /**
     * Resumes the exchange with a suspended insurer.
     *
     * @throws InsurerException if it has left, or if another active insurer has the same drop address
     */
    @Transactional
    public Insurer resume(InsurerCode code, Instant at) {
        Insurer insurer = lockNotLeft(code);
        if (insurer.suspendedAt().isPresent()) {
            refuseSharedDrop(code, insurer.drop(), Insurer::isActive);
            history.change(insurer, InsurerStatusEvent.of(at, Kind.RESUMED));
        }
        return get(code);
    }

    /**
     * Lets an insurer sell another line, or one that it has sold before, from a day after today on.
     *
     * @throws InsurerException if the insurer has left, or already sells the line or is going to
     * @throws jinbo.reference.business.LineException if the line is unknown or not open on that day, or the day has
     *     begun
     */
    @Transactional
    public Insurer addLine(InsurerCode code, LineCode line, LocalDate since, Instant at) {
        Insurer insurer = lockNotLeft(code);
        insurer.in(line).map(LineParticipation::last).ifPresent(last -> {
            if (last.endedOn().filter(ended -> !ended.isAfter(since)).isEmpty()) {
                throw last.endedOn()
                        .map(end -> new InsurerException(InsurerError.LINE_TAKEN_UNTIL, code, line, last.since(), end))
                        .orElseGet(() -> new InsurerException(InsurerError.LINE_TAKEN, code, line, last.since()));
            }
        });
        requireComing(LineError.BEGINS_TOO_EARLY, since, at);
        lines.add(code, line, since, at);
        return get(code);
    }

    /**
     * Lets an insurer stop selling a line on a day after today; from that day on, its lists omit the line.
     *
     * @throws InsurerException if the insurer has left, does not sell the line on the previous day, has already ended
     *     it, or would sell no line any more
     * @throws jinbo.reference.business.LineException if the day has begun
     */
    @Transactional
    public Insurer endLine(InsurerCode code, LineCode line, LocalDate on, Instant at) {
        Insurer insurer = lockNotLeft(code);
        LineParticipation.Period last = insurer.in(line)
                .map(LineParticipation::last)
                .filter(period -> period.endedOn().isEmpty() && period.since().isBefore(on))
                .orElseThrow(() -> new InsurerException(InsurerError.LINE_NOT_SOLD, code, line));
        requireComing(LineError.ENDS_TOO_EARLY, on, at);
        if (insurer.lines().stream()
                .filter(other -> !other.code().equals(line))
                .allMatch(other -> other.last().endedOn().isPresent()
                        || other.last().since().isAfter(on))) {
            throw new InsurerException(InsurerError.LAST_LINE, code, line, on);
        }
        lines.end(code, line, last.since(), on);
        return get(code);
    }

    private static void requireComing(LineError tooEarly, LocalDate day, Instant at) {
        LocalDate today = BusinessTime.dateOf(at);
        if (!day.isAfter(today)) {
            throw new LineException(tooEarly, day, today);
        }
    }

    /** Returns an insurer, even if it is suspended; throws {@link InsurerException} if it has left. */
    public Insurer requireNotLeft(InsurerCode code) {
        Insurer insurer = get(code);
        insurer.departure().ifPresent(departure -> {
            throw InsurerException.left(code, departure);
        });
        return insurer;
    }

    /** Like {@link #requireNotLeft}, and locks the insurer until the transaction ends. */
    Insurer lockNotLeft(InsurerCode code) {
        lock(code);
        return requireNotLeft(code);
    }

    /** Locks insurers until the transaction ends, always in the same order, which prevents deadlocks. */
    void lock(InsurerCode... codes) {
        jdbc.sql("select code from insurer where code = any (?) order by code for no key update")
                .param(Stream.of(codes).map(InsurerCode::value).toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private static Insurer insurer(ResultSet row, List<LineParticipation> lines) throws SQLException {
        return new Insurer(
                row.getShort("scope"),
                new InsurerCode(row.getString("code")),
                row.getString("name"),
                lines,
                Optional.ofNullable(row.getString("service_number")).map(ServiceNumber::new),
                row.getObject("joined_at", OffsetDateTime.class).toInstant(),
                standing(row),
                drop(row));
    }

    private static @Nullable String url(DropLocation drop) {
        return drop instanceof DropLocation.Remote remote ? remote.url().toString() : null;
    }

    private static String[] keys(DropLocation drop) {
        Set<String> keys = drop instanceof DropLocation.Remote remote
                ? remote.hostKeys()
                : ((DropLocation.Embedded) drop).authorizedKeys();
        return keys.toArray(String[]::new);
    }

    private static InsurerStatus standing(ResultSet row) throws SQLException {
        Optional<InsurerCode> successor =
                Optional.ofNullable(row.getString("successor")).map(InsurerCode::new);
        return new InsurerStatus(
                Optional.ofNullable(row.getObject("suspended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                new Agreements(
                        date(row, "self_discipline_on"),
                        date(row, "confidentiality_on"),
                        date(row, "agreements_end_on")),
                date(row, "left_on").map(on -> new InsurerStatus.Departure(on, successor)));
    }

    private static Optional<LocalDate> date(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    private static DropLocation drop(ResultSet row) throws SQLException {
        Array array = row.getArray("drop_keys");
        Set<String> keys = Set.of((String[]) array.getArray());
        String url = row.getString("drop_url");
        return url == null ? new DropLocation.Embedded(keys) : new DropLocation.Remote(URI.create(url), keys);
    }
}
