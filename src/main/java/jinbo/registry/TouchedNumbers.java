package jinbo.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * The numbers of which a list may say something else at one moment than at an earlier one: an act of a later revision concerns
 * them, or a ban of theirs has come to its end. Found by index, in time proportional to their count.
 *
 * @param afterRevision the earlier moment's last batch
 * @param upToRevision the later moment's last batch
 * @param afterDay the earlier moment's date in Beijing
 * @param upToDay the later moment's date in Beijing
 */
record TouchedNumbers(long afterRevision, long upToRevision, LocalDate afterDay, LocalDate upToDay) {

    private static final String ACTS =
            """
            with later as materialized (
                select id, kind, insurer, successor from act_batch where revision > ? and revision <= ?
            ), touched as materialized (
                select r.mobile from later b join registration r on r.batch = b.id
                union
                select r.mobile from later b
                join withdrawal w on w.batch = b.id
                join registration r on r.batch = w.withdrawn_batch and r.line = w.withdrawn_line
                union
                select k.mobile from later b join block k on k.scope in (b.insurer, b.successor) where b.kind = 'SUCCESSION'
                union
                select k.mobile from block k where k.expires_on > ? and k.expires_on <= ?
            )
            """ + ActRow.COLUMNS + "from touched t join registration r on r.mobile = t.mobile " + ActRow.TABLES
                    + ActRow.IN_ORDER;

    /** Asks for all acts on them. */
    PreparedStatement statement(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(ACTS);
        statement.setLong(1, afterRevision);
        statement.setLong(2, upToRevision);
        statement.setObject(3, afterDay);
        statement.setObject(4, upToDay);
        return statement;
    }
}
