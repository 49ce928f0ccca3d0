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
 * The one way to the tables that hold phone numbers. The role that the program logs in as may do nothing with them; what may
 * is another role, which is taken here, for an access that the log holds the intent of and no result yet, and given back when
 * the work is done.
 *
 * <p>The role is taken for the transaction ({@code set local role}), so whatever goes wrong it is gone at the latest when the
 * transaction is.
 */
@Component
public record NumberAccessTemplate(DataSource dataSource, OpenAccesses openAccesses, LogTransactions locks) {

    private static final String ROLE = "jinbo_numbers";

    /** The tables, by the column that makes them such, which the role that asks may use in any way. */
    private static final String OPEN_TABLES = """
            select distinct c.oid::regclass::text
            from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relkind in ('r', 'p', 'v', 'm', 'f') and c.relnamespace = current_schema()::regnamespace
              and a.attname in ('mobile', 'thousand') and not a.attisdropped
              and (has_any_column_privilege(c.oid, 'select, insert, update, references')
                   or has_table_privilege(c.oid, 'delete, truncate, trigger'))
            order by 1
            """;

    @FunctionalInterface
    public interface Work<T, X extends Exception> {
        /** @param connection the one that may read and write numbers; other connections may not */
        T with(Connection connection) throws X;
    }

    /**
     * Opens the gate for one piece of work, on the transaction's own connection. While it is open that connection can change
     * registrations and blocks and nothing else, so the result of the access is recorded afterwards. Opens are not nested.
     *
     * @param connection in a transaction
     * @throws AccessLogUnavailableException if the log cannot be asked
     * @throws AccessAlreadyEndedException if the access has a result already
     * @throws NumberAccessRoleException if the database does not let the program through
     * @throws IllegalStateException outside a transaction
     */
    public <T, X extends Exception> T open(AccessPermit permit, Connection connection, Work<T, X> work) throws X {
        return announced(permit).open(connection, work);
    }

    /**
     * Asks the log now, for who will then take a lock that others wait for, and opens the gate under it. If the access gets a result in
     * between, it gets no second one, so that nothing of the transaction can be committed.
     */
    public Announced announced(AccessPermit permit) {
        requireStarted(permit);
        return new Announced(permit);
    }

    /** An access that had been announced, and had no result, when the log was asked. */
    public static final class Announced {

        private final AccessPermit permit;

        private Announced(AccessPermit permit) {
            this.permit = permit;
        }

        /** As {@link NumberAccessTemplate#open}. */
        public <T, X extends Exception> T open(Connection connection, Work<T, X> work) throws X {
            try (Open open = Open.of(permit, connection)) {
                return work.with(open.connection());
            }
        }
    }

    /**
     * Makes sure that there is no way past the gate and one through it.
     *
     * @throws NumberAccessRoleException if the program's login can use a table with numbers as it is, or cannot take the role
     */
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
     * Makes sure that an access has been announced and not ended, where numbers are read that were fetched through the gate
     * before.
     */
    public void requireStarted(AccessPermit permit) {
        boolean open;
        try {
            // the caller's transaction may be a snapshot that is older than the intent
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

        /** In a transaction that has failed this fails, too; its rollback gives the role back. */
        @Override
        public void close() {
            try {
                run(connection, "set local role none");
            } catch (SQLException e) {
                throw NumberAccessRoleException.cannotResetRole(ROLE, e);
            }
        }
    }

    /**
     * The database's roles do not keep the tables with phone numbers as they should. Carries names of tables and roles
     * only.
     */
    public static final class NumberAccessRoleException extends RuntimeException {

        private static final long serialVersionUID = 1L;

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
