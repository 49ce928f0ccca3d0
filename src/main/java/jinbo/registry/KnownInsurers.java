package jinbo.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What must be known of insurers to derive blocks, few enough to be held in memory.
 *
 * @param successions of one to another, by revision
 */
record KnownInsurers(BlockScopes scopes, List<Registration.Succession> successions) {

    private static final String SUCCESSIONS = """
            select id, revision, registered_at, registered_on, insurer, successor from registration_batch
            where kind = 'SUCCESSION' and revision is not null order by revision
            """;

    static KnownInsurers read(Connection connection) throws SQLException {
        return read(connection, BlockScopes.read(connection));
    }

    static KnownInsurers read(Connection connection, BlockScopes scopes) throws SQLException {
        List<Registration.Succession> successions = new ArrayList<>();
        // prepared, so that the server plans it once: it is asked for each number that somebody looks at
        try (PreparedStatement statement = connection.prepareStatement(SUCCESSIONS);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                successions.add(succession(row));
            }
        }
        return new KnownInsurers(scopes, List.copyOf(successions));
    }

    private static Registration.Succession succession(ResultSet row) throws SQLException {
        Registration.Stamp registrationStamp = new Registration.Stamp(
                row.getLong(1),
                row.getLong(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getObject(4, LocalDate.class));
        return new Registration.Succession(registrationStamp, row.getShort(5), row.getShort(6));
    }

    /** Who has an insurer's rights and duties now: itself, or the last of those that succeeded it. */
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
