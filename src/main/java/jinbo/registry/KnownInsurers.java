package jinbo.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** All scopes, and all successions of insurers in order of revision, held in memory because they are few. */
record KnownInsurers(BlockScopes scopes, List<Registration.Succession> successions) {

    private static final String SUCCESSIONS = """
            select id, revision, registered_at, registered_on, insurer, successor from registration_batch
            where kind = 'SUCCESSION' and revision is not null order by revision
            """;

    static KnownInsurers read(Connection connection) throws SQLException {
        return read(connection, BlockScopes.read(connection));
    }

    static KnownInsurers read(Connection connection, BlockScopes scopes) throws SQLException {
        List<Registration.Succession> successions =
                NumberSql.query(connection, SUCCESSIONS, (row, number) -> succession(row));
        return new KnownInsurers(scopes, List.copyOf(successions));
    }

    private static Registration.Succession succession(ResultSet row) throws SQLException {
        Registration.Stamp stamp = new Registration.Stamp(
                row.getLong(1),
                row.getLong(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getObject(4, LocalDate.class));
        return new Registration.Succession(stamp, row.getShort(5), row.getShort(6));
    }

    /** The insurer itself, or the last in its chain of successors. */
    short inheritorOf(short insurer) {
        short last = insurer;
        for (Registration.Succession succession : successions) {
            if (succession.from() == last) {
                last = succession.to();
            }
        }
        return last;
    }
}
