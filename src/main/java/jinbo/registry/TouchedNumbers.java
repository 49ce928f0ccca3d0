package jinbo.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * The numbers of which a list may say something else at one moment than at an earlier one: an act of a later revision concerns
 * them, or a ban of theirs has come to its end. Found by index, in time proportional to their count.
 *
 * @param span from the earlier moment to the later one
 */
record TouchedNumbers(Span span) {

    /**
     * With {@code lateral} and {@code offset 0} PostgreSQL looks each number up, whatever it guesses of their count; left to
     * itself it reads the whole table for some dozen numbers.
     */
    private static final String ACTS = """
            with later as materialized (
                select id, kind, insurer, successor from act_batch where revision > ? and revision <= ?
            ), touched as materialized (
                select r.mobile from later b
                cross join lateral (select mobile from registration r where r.batch = b.id offset 0) r
                union
                select r.mobile from later b
                cross join lateral (select * from withdrawal w where w.batch = b.id offset 0) w
                cross join lateral (select mobile from registration r
                                    where r.batch = w.withdrawn_batch and r.line = w.withdrawn_line offset 0) r
                union
                select k.mobile from later b
                cross join lateral (select mobile from block k where k.scope in (b.insurer, b.successor) offset 0) k
                where b.kind = 'SUCCESSION'
                union
                select k.mobile from block k where k.expires_on > ? and k.expires_on <= ?
            )
            """ + ActRow.COLUMNS + """
            from touched t
            cross join lateral (select * from registration r where r.mobile = t.mobile offset 0) r
            cross join lateral (select * from act_batch b where b.id = r.batch offset 0) b
            left join lateral (select * from withdrawal w
                               where w.withdrawn_batch = r.batch and w.withdrawn_line = r.line offset 0) w on true
            left join lateral (select * from act_batch wb where wb.id = w.batch offset 0) wb on true
            """ + ActRow.IN_ORDER;

    /** Asks for all acts on them. */
    PreparedStatement statement(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(ACTS);
        statement.setLong(1, span.before().revision());
        statement.setLong(2, span.after().revision());
        statement.setObject(3, span.before().day());
        statement.setObject(4, span.after().day());
        return statement;
    }
}
