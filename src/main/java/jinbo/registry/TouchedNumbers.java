package jinbo.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import jinbo.exchange.format.Term;

/**
 * The numbers that may differ between lists of two moments, because of a later registration or the end of a block. The
 * time is proportional to the registrations since then, to those with a block that may end in between, and to their
 * batches.
 */
record TouchedNumbers(RegistryPeriod period) {

    private static final String REGISTRATIONS = """
            with later as materialized (
                select id, kind, insurer, successor from registration_batch where revision > ? and revision <= ?
            ), touched as materialized (
                select r.mobile from later b
                cross join lateral (select mobile from registration r where r.batch = b.id offset 0) r
                union
                select r.mobile from later b cross join lateral (%s) r where b.kind = 'WITHDRAWALS'
                union
                select k.mobile from later b
                cross join lateral (select mobile from block k where k.scope in (%s) offset 0) k
                where b.kind = 'SUCCESSION'
                union
                select r.mobile from unnest(?::date[]) as began (on_day)
                cross join lateral (select id from registration_batch where effective_on = began.on_day offset 0) b
                cross join lateral (select mobile, expires_on from registration r where r.batch = b.id offset 0) r
                where r.expires_on > ? and r.expires_on <= ?
            )
            """.formatted(
                            RegistrationSql.WITHDRAWN_BY.formatted("b.id"),
                            RegistrationSql.OWN_SCOPES.formatted("b.insurer", "b.successor"))
            + RegistrationRowReader.COLUMNS
            + """
            from touched n
            %s
            cross join lateral (select * from registration_batch b where b.id = r.batch offset 0) b
            left join lateral (select * from withdrawal w
                               where w.withdrawn_batch = r.batch and w.withdrawn_line = r.line offset 0) w on true
            left join lateral (select * from registration_batch wb where wb.id = w.batch offset 0) wb on true
            """.formatted(RegistrationSql.NUMBER)
            + RegistrationRowReader.IN_ORDER;

    /** Months differ by up to three days, and {@link Term#end} adds one. */
    private static final int DAYS_AROUND = 4;

    PreparedStatement statement(Connection connection) throws SQLException {
        return NumberSql.prepare(
                connection,
                REGISTRATIONS,
                period.before().revision(),
                period.after().revision(),
                connection.createArrayOf("date", startDaysOfEndingBlocks().toArray()),
                period.before().day(),
                period.after().day());
    }

    /** First days of blocks that end in the period: every block ends with the term of a registration. */
    private Set<LocalDate> startDaysOfEndingBlocks() {
        Set<LocalDate> days = new TreeSet<>();
        for (Term term : Term.values()) {
            LocalDate first = period.before().day().minusMonths(term.months()).minusDays(DAYS_AROUND);
            LocalDate last = period.after().day().minusMonths(term.months()).plusDays(DAYS_AROUND);
            first.datesUntil(last)
                    .filter(day -> isIn(
                            term.end(day), period.before().day(), period.after().day()))
                    .forEach(days::add);
        }
        return days;
    }

    private static boolean isIn(LocalDate day, LocalDate after, LocalDate upTo) {
        return day.isAfter(after) && !day.isAfter(upTo);
    }
}
