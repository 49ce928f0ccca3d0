package jinbo.platform.home;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import jinbo.platform.files.OwnerOnlyFile;

/** Port (0 before the first start) and passwords of the home's database server, in a file for other processes. */
record RunningDatabaseServer(int port, String password, String runtimePassword, String data) {

    static final String FIRST_DATA = "data";
    /** How long a server may need to notice that a client has disconnected. */
    private static final Duration LEAVING = Duration.ofSeconds(2);

    private static final String ANSWER_SECONDS = "5";
    private static final int PASSWORD_BYTES = 32;

    static OwnerOnlyFile file(Path folder) {
        return new OwnerOnlyFile(folder.resolve("server.properties"));
    }

    static RunningDatabaseServer read(OwnerOnlyFile file) throws IOException {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(file.read()));
            return new RunningDatabaseServer(
                    Integer.parseInt(properties.getProperty("port", "")),
                    required(properties.getProperty("password", "")),
                    properties.getProperty("runtime-password", ""),
                    required(properties.getProperty("data", FIRST_DATA)));
        } catch (IllegalArgumentException e) {
            // A damaged file must not look like a new home, whose data folder would be created again.
            throw new HomeException(HomeError.DATABASE_PASSWORD_DAMAGED, file.path()).causedBy(e);
        }
    }

    private static String required(String value) {
        if (value.isBlank() || value.contains("/") || value.contains("\\")) {
            throw new IllegalArgumentException("A value is missing");
        }
        return value;
    }

    void write(OwnerOnlyFile file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("port", Integer.toString(port));
        properties.setProperty("password", password);
        properties.setProperty("runtime-password", runtimePassword);
        properties.setProperty("data", data);
        StringWriter text = new StringWriter();
        properties.store(text, null);
        file.write(text.toString());
    }

    static String generatePassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    DatabaseAddress address() {
        return new DatabaseAddress(url(), DatabaseRoles.RUNTIME, runtimePassword);
    }

    /** The login of the superuser, for migrations and administration of the server. */
    DatabaseAddress superuser() {
        return new DatabaseAddress(url(), "postgres", password);
    }

    /** True if other clients remain connected. The locks show this, too, but their files may have been deleted. */
    boolean hasOtherClients() {
        BoundedWait boundedWait = new BoundedWait(LEAVING);
        boolean used = hasOtherClientsNow();
        while (used && boundedWait.pause()) {
            used = hasOtherClientsNow();
        }
        return used;
    }

    /** True if the server accepts the password of this home. */
    boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(Integer.parseInt(ANSWER_SECONDS));
        } catch (SQLException gone) {
            return false;
        }
    }

    private boolean hasOtherClientsNow() {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select exists (select from pg_stat_activity"
                        + " where backend_type = 'client backend' and pid <> pg_backend_pid())")) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException gone) {
            return false;
        }
    }

    /** With timeouts, because another program may have the port now and may not answer. */
    private Connection connect() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", superuser().user());
        login.setProperty("password", password);
        for (String limit : List.of("connectTimeout", "loginTimeout", "socketTimeout")) {
            login.setProperty(limit, ANSWER_SECONDS);
        }
        return DriverManager.getConnection(url(), login);
    }

    /** With SCRAM, which never shows the password and makes the server prove itself: another program may have the port. */
    private String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres?requireAuth=scram-sha-256&sslmode=disable";
    }

    @Override
    public String toString() {
        return "RunningServer[" + port + "]";
    }
}
