package jinbo.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * What keeps numbers beside the registry, and so has a say when they are erased. Both are asked while the gate to the numbers
 * is open on the connection, in the transaction that erases.
 */
public interface ErasureParticipant {

    /** Which of these numbers must not be erased yet. */
    Set<Long> findRetained(Connection connection, List<Long> numbers) throws SQLException;

    /**
     * Forgets numbers that are erased in the registry now.
     *
     * @throws SQLException if the database fails; nothing is erased then
     */
    void forget(Connection connection, List<Long> numbers) throws SQLException;
}
