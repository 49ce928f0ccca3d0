package jinbo.registry;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import jinbo.exchange.Term;

/**
 * The numbers of which a list may say something else at one moment than at an earlier one: an act of a later revision concerns
 * them, or a ban of theirs has come to its end. Found by index, in time proportional to their count.
 *
 * @param span from the earlier moment to the later one
 */
record TouchedNumbers(Span span) {

    private static final String ACTS = """
            with later as materialized (
                select id, kind, insurer, successor from act_batch where revision > ? and revision <= ?
            ), touched as materialized (
                select r.mobile from later b
                cross join lateral (select mobile from registration r where r.batch = b.id offset 0) r
                union
                select r.mobile from later b cross join lateral (%s) r where b.kind = 'WITHDRAWALS'
                union
                select k.mobile from later b
                cross join lateral (select mobile from block k where k.scope in (b.insurer, b.successor) offset 0) k
                where b.kind = 'SUCCESSION'
                union
                select r.mobile from unnest(?::date[], ?::date[]) as began (first, last)
                cross join lateral (select id from act_batch where effective_on between began.first and began.last offset 0) b
                cross join lateral (select mobile, expires_on from registration r where r.batch = b.id offset 0) r
                where r.expires_on > ? and r.expires_on <= ?
            )
            """.formatted(ActsOf.TAKEN_BACK_BY.formatted("b.id"))
            + ActRow.COLUMNS
            + """
            from touched n
            %s
            cross join lateral (select * from act_batch b where b.id = r.batch offset 0) b
            left join lateral (select * from withdrawal w
                               where w.withdrawn_batch = r.batch and w.withdrawn_line = r.line offset 0) w on true
            left join lateral (select * from act_batch wb where wb.id = w.batch offset 0) wb on true
            """.formatted(ActsOf.NUMBER)
            + ActRow.IN_ORDER;

    /** Around a day a month before or after another's: months differ by up to three days, and {@link Term#end} adds one. */
    private static final int DAYS_AROUND = 4;

    /** Asks for all acts on them. */
    PreparedStatement statement(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(ACTS);
        statement.setLong(1, span.before().revision());
        statement.setLong(2, span.after().revision());
        Term[] terms = Term.values();
        statement.setArray(3, days(connection, terms, span.before().day().minusDays(DAYS_AROUND)));
        statement.setArray(4, days(connection, terms, span.after().day().plusDays(DAYS_AROUND)));
        statement.setObject(5, span.before().day());
        statement.setObject(6, span.after().day());
        return statement;
    }

    /** On which a ban of each term began that ends about that day: every ban ends with a term of an act. */
    private static Array days(Connection connection, Term[] terms, LocalDate end) throws SQLException {
        return connection.createArrayOf(
                "date",
                Arrays.stream(terms).map(term -> end.minusMonths(term.months())).toArray());
    }
}
