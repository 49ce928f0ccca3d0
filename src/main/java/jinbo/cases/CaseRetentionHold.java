package jinbo.cases;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jinbo.registry.EraseNumbers.ErasureParticipant;
import org.springframework.stereotype.Component;

/** When the registry erases numbers: keeps those of open cases, and deletes those of closed cases from the cases. */
@Component
class CaseRetentionHold implements ErasureParticipant {

    /** SQL: true if the case of the row {@code n} is closed. */
    static final String CLOSED = """
        'CLOSED' = (select state from newest_case_event where call_case = n.call_case)
        """;

    private static final String OPEN =
            "select distinct n.mobile from call_case_number n where n.mobile = any (?) and not " + CLOSED;

    private static final String DELETE = "delete from call_case_number n where n.mobile = any (?) and " + CLOSED;

    @Override
    public Set<Long> findRetained(Connection connection, List<Long> numbers) throws SQLException {
        Set<Long> needed = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(OPEN)) {
            statement.setArray(1, connection.createArrayOf("bigint", numbers.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    needed.add(row.getLong(1));
                }
            }
        }
        return needed;
    }

    @Override
    public void delete(Connection connection, List<Long> numbers) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setArray(1, connection.createArrayOf("bigint", numbers.toArray()));
            statement.executeUpdate();
        }
    }
}
