package jinbo.platform.home;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import jinbo.platform.files.OwnerOnlyFile;

/**
 * Where the home's database server listens and the passwords of its superuser and of the role that the program logs in
 * as, as other commands on the same home find it.
 *
 * @param port on the loopback interface; 0 while its data folder is being made for the first time
 * @param password the superuser's, made at random when the database was
 * @param runtimePassword the program's, made at random at each start of the server; empty until then
 */
record RunningDatabaseServer(int port, String password, String runtimePassword, String data) {

    static final String FIRST_DATA = "data";
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
            // not to be mistaken for the file of a home that is new: its data folder would be made anew
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

    /** For migrations, and for what is done to the server itself. */
    DatabaseAddress superuser() {
        return new DatabaseAddress(url(), "postgres", password);
    }

    private String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    @Override
    public String toString() {
        return "RunningServer[" + port + "]";
    }
}
