package jinbo.platform.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.core.io.ClassPathResource;

/**
 * The two database roles that keep the tables with phone numbers apart from all other tables
 * (docs/operators/database.md). The program logs in as {@code jinbo_runtime}, which cannot use the tables with phone
 * numbers. To use them, the program switches to {@code jinbo_numbers}. The first role is a member of the second, but
 * does not inherit its rights.
 */
final class DatabaseRoles {

    static final String RUNTIME = "jinbo_runtime";

    private static final String FAULTS = """
            select case when not exists (select from pg_roles where rolname = 'jinbo_runtime')
                             then 'there is no role jinbo_runtime'
                        when not exists (select from pg_roles where rolname = 'jinbo_numbers')
                             then 'there is no role jinbo_numbers'
                        when not pg_has_role('jinbo_runtime', 'jinbo_numbers', 'member')
                             then 'the role jinbo_runtime is not a member of jinbo_numbers'
                        when pg_has_role('jinbo_runtime', 'jinbo_numbers', 'usage')
                             then 'the role jinbo_runtime inherits the rights of jinbo_numbers' end
            """;

    private DatabaseRoles() {}

    /** @param password the new password of the program: letters, digits, {@code -} and {@code _} */
    static void create(Connection superuser, String password) throws SQLException, IOException {
        if (!password.matches("[\\w-]+")) {
            throw new IllegalArgumentException("The password contains characters other than letters, digits, - and _");
        }
        try (var statement = superuser.createStatement()) {
            statement.execute(
                    new ClassPathResource("roles.sql", DatabaseRoles.class).getContentAsString(StandardCharsets.UTF_8));
            statement.execute("alter role " + RUNTIME + " password '" + password + "'");
        }
    }

    /** @throws HomeException if a role is missing, or the first is no member of the second, or inherits its rights */
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
}
