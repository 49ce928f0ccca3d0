package jinbo.platform.home;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/**
 * The roles without which the tables with phone numbers would not be kept apart (docs/operators/database.md): the one that the program
 * logs in as, and the one that it takes for an access, of which the first is a member without having its rights.
 */
final class DatabaseRoles {

    static final String RUNTIME = "jinbo_runtime";

    private static final String FAULTS = """
            select case when not exists (select from pg_roles where rolname = 'jinbo_runtime')
                             then 'there is no role jinbo_runtime'
                        when not exists (select from pg_roles where rolname = 'jinbo_numbers')
                             then 'there is no role jinbo_numbers'
                        when not pg_has_role('jinbo_runtime', 'jinbo_numbers', 'member')
                             then 'the role jinbo_runtime is no member of jinbo_numbers'
                        when pg_has_role('jinbo_runtime', 'jinbo_numbers', 'usage')
                             then 'the role jinbo_runtime inherits the rights of jinbo_numbers' end
            """;

    private DatabaseRoles() {}

    /**
     * Makes those that are missing.
     *
     * @param password what the program logs in with from now on; of letters, digits, {@code -} and {@code _}
     */
    static void make(Connection superuser, String password) throws SQLException {
        if (!password.matches("[\\w-]+")) {
            throw new IllegalArgumentException("The password contains characters other than letters, digits, - and _");
        }
        try (var statement = superuser.createStatement()) {
            statement.execute(script());
            statement.execute("alter role " + RUNTIME + " password '" + password + "'");
        }
    }

    /**
     * Looks whether they are there, and kept apart.
     *
     * @throws HomeException if not
     */
    static void require(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(FAULTS)) {
            row.next();
            String fault = row.getString(1);
            if (fault != null) {
                throw new HomeException(HomeError.ROLES_UNFIT, fault);
            }
        }
    }

    private static String script() {
        try (InputStream in =
                Objects.requireNonNull(DatabaseRoles.class.getResourceAsStream("/jinbo/platform/home/roles.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
