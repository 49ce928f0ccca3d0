package jinbo.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import jinbo.registry.SortedBlocks.DayCache;

/**
 * Converts rows of a query into registrations; erased numbers are left out. It caches batches and reads days as
 * integers, because parsing millions of dates takes long.
 */
final class RegistrationRowReader {

    /** A batch without a revision, which only manipulation of the database can cause, is sorted last. */
    static final String COLUMNS = """
        select r.mobile, coalesce(b.revision, 9223372036854775807), r.line, r.batch, b.kind, b.inbound_file, b.insurer,
               b.registered_at, b.registered_on, r.scope, %s, %s, %s,
               wb.id, wb.revision, wb.registered_at, wb.registered_on
        """.formatted(day("r.effective_on"), day("r.expires_on"), day("r.complained_on"));

    static final String TABLES = """
        join registration_batch b on b.id = r.batch
        left join withdrawal w on w.withdrawn_batch = r.batch and w.withdrawn_line = r.line
        left join registration_batch wb on wb.id = w.batch
        """;

    static final String IN_ORDER = " order by 1, 2, r.line";

    static final String OF_ALL = COLUMNS + "from registration r " + TABLES + "where r.mobile is not null" + IN_ORDER;
    static final String OF_SOME =
            COLUMNS + "from unnest(?) as n (mobile) " + RegistrationSql.NUMBER + TABLES + IN_ORDER;

    /**
     * The query for one number. It has no array parameter, for which PostgreSQL would make a plan at each execution;
     * that takes longer than the query itself.
     */
    static final String OF_ONE =
            COLUMNS + "from (select ?::bigint as mobile offset 0) n " + RegistrationSql.NUMBER + TABLES + IN_ORDER;

    /** Replaces infinite dates; greater than every finite date of PostgreSQL in days. */
    private static final int FAR_AWAY = 1 << 30;

    private static final int MOST_BATCHES = 10_000;
    private static final DayCache DAYS = new DayCache();

    private final ResultSet row;
    private final KnownInsurers known;
    private final Map<Long, Registration.Stamp> batches = new HashMap<>();
    private final Map<Long, Registration.Stamp> withdrawals = new HashMap<>();

    RegistrationRowReader(ResultSet row, KnownInsurers known) {
        this.row = row;
        this.known = known;
    }

    /** Adds the current row as a registration, or to the choice that it belongs to; false if it is impossible. */
    boolean addTo(List<Registration> registrations) throws SQLException {
        LocalDate effectiveOn = DAYS.of(row.getInt(11));
        LocalDate expiresOn = DAYS.of(row.getInt(12));
        if (expiresOn.isBefore(effectiveOn) || !known.scopes().knows(row.getShort(10))) {
            return false;
        }
        Registration.Stamp registrationStamp = registered(batches, 4, 2, 8, 9);
        Interval block = new Interval(effectiveOn, expiresOn);
        switch (row.getString(5)) {
            case "COMPLAINTS" -> {
                return addComplaint(registrations, registrationStamp, block);
            }
            case "CHOICE" -> addChoice(registrations, registrationStamp, block);
            case "RELEASE" -> registrations.add(new Registration.Release(registrationStamp));
            default -> {
                return false;
            }
        }
        return true;
    }

    String place() throws SQLException {
        return "revision " + row.getLong(2) + ", line " + row.getInt(3);
    }

    private boolean addComplaint(List<Registration> registrations, Registration.Stamp registrationStamp, Interval block)
            throws SQLException {
        LocalDate complainedOn = DAYS.of(row.getInt(13));
        if (row.wasNull() || row.getShort(10) == BlockScopes.NOBODY) {
            return false;
        }
        registrations.add(new Registration.Complaint(
                registrationStamp,
                row.getInt(3),
                row.getShort(7),
                known.scopes().meaningOf(row.getShort(10)),
                complainedOn,
                block,
                Optional.ofNullable(row.getObject(6, Long.class)),
                withdrawn()));
        return true;
    }

    private void addChoice(List<Registration> registrations, Registration.Stamp registrationStamp, Interval block)
            throws SQLException {
        SortedSet<Short> scopes = new TreeSet<>();
        int last = registrations.size() - 1;
        if (last >= 0
                && registrations.get(last) instanceof Registration.Choice begun
                && begun.stamp().equals(registrationStamp)) {
            scopes.addAll(begun.scopes());
            registrations.remove(last);
        }
        scopes.addAll(known.scopes().meaningOf(row.getShort(10)));
        registrations.add(new Registration.Choice(registrationStamp, scopes, block));
    }

    /** A date as days since 2000-01-01. Only manipulation of the database can cause infinite dates. */
    private static String day(String column) {
        return ("case when isfinite(%1$s) then %1$s - date '2000-01-01'"
                        + " when %1$s > date '2000-01-01' then %2$d when %1$s < date '2000-01-01' then -%2$d end")
                .formatted(column, FAR_AWAY);
    }

    private Optional<Registration.Stamp> withdrawn() throws SQLException {
        row.getLong(14);
        return row.wasNull() ? Optional.empty() : Optional.of(registered(withdrawals, 14, 15, 16, 17));
    }

    private Registration.Stamp registered(Map<Long, Registration.Stamp> read, int batch, int revision, int at, int on)
            throws SQLException {
        long id = row.getLong(batch);
        Registration.Stamp before = read.get(id);
        if (before != null) {
            return before;
        }
        if (read.size() == MOST_BATCHES) {
            read.clear();
        }
        Registration.Stamp first = new Registration.Stamp(
                id,
                row.getLong(revision),
                row.getObject(at, OffsetDateTime.class).toInstant(),
                row.getObject(on, LocalDate.class));
        read.put(id, first);
        return first;
    }
}
