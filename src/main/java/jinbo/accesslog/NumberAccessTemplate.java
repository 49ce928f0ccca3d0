package jinbo.accesslog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The only way to the tables with phone numbers, on which the login role has no rights. For an open access, another
 * role is taken here ({@code set local role}) and returned after the work, at the latest when the transaction ends.
 */
@Component
public record NumberAccessTemplate(DataSource dataSource, OpenAccesses openAccesses, LogTransactions locks) {

    private static final String ROLE = "jinbo_numbers";

    /** Finds the tables with a column of phone numbers on which the current role has any right. */
    private static final String OPEN_TABLES = """
            select distinct c.oid::regclass::text
            from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relkind in ('r', 'p', 'v', 'm', 'f') and c.relnamespace = current_schema()::regnamespace
              and a.attname in ('mobile', 'thousand') and not a.attisdropped
              and (has_any_column_privilege(c.oid, 'select, insert, update, references')
                   or has_table_privilege(c.oid, 'delete, truncate, trigger'))
            order by 1
            """;

    /** Work that reads or writes phone numbers. */
    @FunctionalInterface
    public interface Work<T, X extends Exception> {
        /** @param connection the only connection that may read and write numbers */
        T with(Connection connection) throws X;
    }

    /**
     * Runs work that may read and write phone numbers on the transaction's connection. Meanwhile it can write no other
     * tables, so complete the access afterwards. Do not nest calls.
     *
     * @throws AccessLogUnavailableException if the log cannot be read
     * @throws AccessAlreadyEndedException if the access already has a result
     * @throws NumberAccessRoleException if the database refuses the role
     */
    public <T, X extends Exception> T open(AccessPermit permit, Connection connection, Work<T, X> work) throws X {
        return announced(permit).open(connection, work);
    }

    /** Checks that the access is open, before the caller takes a lock. If it ends later, nothing is committed. */
    public Announced announced(AccessPermit permit) {
        requireStarted(permit);
        return new Announced(permit);
    }

    /** An access that was open when it was checked; {@link #open} takes the role without checking again. */
    public static final class Announced {

        private final AccessPermit permit;

        private Announced(AccessPermit permit) {
            this.permit = permit;
        }

        public <T, X extends Exception> T open(Connection connection, Work<T, X> work) throws X {
            try (Open open = Open.of(permit, connection)) {
                return work.with(open.connection());
            }
        }
    }

    /** @throws NumberAccessRoleException if the login role can reach numbers, or cannot take the other role */
    public void requireClosed() {
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                List<String> open = openTables(connection);
                if (!open.isEmpty()) {
                    throw NumberAccessRoleException.tablesReadable(
                            connection.getMetaData().getUserName(), open);
                }
                run(connection, "set local role " + ROLE);
            } finally {
                connection.rollback();
                connection.setAutoCommit(autoCommit);
            }
        } catch (SQLException e) {
            throw NumberAccessRoleException.cannotSetRole(ROLE, e);
        }
    }

    /**
     * Requires that the access is open. Call this also before numbers are used that were read earlier under the same
     * access.
     */
    public void requireStarted(AccessPermit permit) {
        boolean open;
        try {
            // the caller's snapshot may be older than the begin entry
            open = locks.outsideTransaction(() -> openAccesses.has(permit.accessId()));
        } catch (DataAccessException | TransactionException e) {
            throw new AccessLogUnavailableException(permit.access(), e);
        }
        if (!open) {
            throw new AccessAlreadyEndedException(permit.accessId());
        }
    }

    private static List<String> openTables(Connection connection) throws SQLException {
        List<String> open = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery(OPEN_TABLES)) {
            while (row.next()) {
                open.add(row.getString(1));
            }
        }
        return open;
    }

    private static void run(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private record Open(AccessPermit permit, Connection connection) implements AutoCloseable {

        static Open of(AccessPermit permit, Connection connection) {
            try {
                if (connection.getAutoCommit()) {
                    throw new IllegalStateException(
                            "Access " + permit.accessId() + " reaches for numbers outside a transaction");
                }
                run(connection, "set local role " + ROLE);
                return new Open(permit, connection);
            } catch (SQLException e) {
                throw NumberAccessRoleException.cannotSetRole(ROLE, e);
            }
        }

        /** Fails in a failed transaction, whose rollback resets the role. */
        @Override
        public void close() {
            try {
                run(connection, "set local role none");
            } catch (SQLException e) {
                throw NumberAccessRoleException.cannotResetRole(ROLE, e);
            }
        }
    }

    /** The database's roles do not protect the phone numbers. The message names only tables and roles. */
    public static final class NumberAccessRoleException extends RuntimeException {

        private NumberAccessRoleException(String message) {
            super(message);
        }

        static NumberAccessRoleException tablesReadable(String login, List<String> tables) {
            return new NumberAccessRoleException(
                    "The role " + login + " can reach the phone numbers in " + String.join(" and ", tables)
                            + " without the access log; log in as jinbo_runtime (SQL in docs/operators/database.md)");
        }

        static NumberAccessRoleException cannotSetRole(String role, SQLException refused) {
            return new NumberAccessRoleException("The database does not allow the program to take the role " + role
                    + " (SQL state " + refused.getSQLState()
                    + "); have a superuser run the SQL in the section \"Roles\" of docs/operators/database.md");
        }

        static NumberAccessRoleException cannotResetRole(String role, SQLException refused) {
            return new NumberAccessRoleException("The role " + role
                    + " cannot be released before the transaction ends (SQL state " + refused.getSQLState() + ")");
        }
    }
}
