package jinbo.accesslog;

import java.sql.SQLException;
import java.util.List;

/** The database's roles do not keep the tables with phone numbers as they should. Carries names of tables and roles only. */
public final class NumberAccessRoleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private NumberAccessRoleException(String message) {
        super(message);
    }

    static NumberAccessRoleException tablesReadable(String login, List<String> tables) {
        return new NumberAccessRoleException(
                "The role " + login + " can reach the phone numbers in " + String.join(" and ", tables)
                        + " past the access log; let the program log in as jinbo_runtime, which docs/operators/database.md has the SQL for");
    }

    static NumberAccessRoleException cannotSetRole(String role, SQLException refused) {
        return new NumberAccessRoleException(
                "The database does not let the program take the role " + role + " (SQL state " + refused.getSQLState()
                        + "); a superuser runs the SQL under \"Roles\" of docs/operators/database.md");
    }

    static NumberAccessRoleException cannotResetRole(String role, SQLException refused) {
        return new NumberAccessRoleException("The role " + role
                + " cannot be given back before the transaction ends (SQL state " + refused.getSQLState() + ")");
    }
}
