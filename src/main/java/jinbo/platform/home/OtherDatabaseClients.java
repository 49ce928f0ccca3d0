package jinbo.platform.home;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/**
 * Asks a database server who is connected to it. The locks in the home say that, too, but somebody who tidies up may have
 * deleted them, and a server must not be stopped under those who use it.
 */
final class OtherDatabaseClients {

    /** A server needs a moment to notice that a client has left. */
    private static final Duration LEAVING = Duration.ofSeconds(2);

    private static final String ANSWER_SECONDS = "5";

    private OtherDatabaseClients() {}

    /** Whether the server answers, and anybody else is connected and stays so. */
    static boolean use(RunningDatabaseServer server) {
        BoundedWait boundedWait = new BoundedWait(LEAVING);
        boolean used = areConnectedTo(server);
        while (used && boundedWait.pause()) {
            used = areConnectedTo(server);
        }
        return used;
    }

    /** Whether the server answers to the password of this home. */
    static boolean mayExist(RunningDatabaseServer server) {
        try (Connection connection = connect(server)) {
            return connection.isValid(Integer.parseInt(ANSWER_SECONDS));
        } catch (SQLException gone) {
            return false;
        }
    }

    private static boolean areConnectedTo(RunningDatabaseServer server) {
        try (Connection connection = connect(server);
                var statement = connection.createStatement();
                var row = statement.executeQuery("select exists (select from pg_stat_activity"
                        + " where backend_type = 'client backend' and pid <> pg_backend_pid())")) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException gone) {
            return false;
        }
    }

    /** Some other program may have got the port meanwhile, and need not answer at all. */
    private static Connection connect(RunningDatabaseServer server) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", server.superuser().user());
        login.setProperty("password", server.superuser().password());
        for (String limit : new String[] {"connectTimeout", "loginTimeout", "socketTimeout"}) {
            login.setProperty(limit, ANSWER_SECONDS);
        }
        return DriverManager.getConnection(server.superuser().url(), login);
    }
}
