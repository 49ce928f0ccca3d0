package jinbo.home;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import jinbo.disk.OwnerOnlyFile;

/**
 * Where the home's database server listens and the password of its superuser, as other commands on the same home find it.
 *
 * @param port on the loopback interface; 0 while its data folder is being made for the first time
 * @param password made at random when the database was
 * @param data the name of its data folder
 */
record RunningServer(int port, String password, String data) {

    static final String FIRST_DATA = "data";
    private static final int PASSWORD_BYTES = 32;

    static OwnerOnlyFile file(Path folder) {
        return new OwnerOnlyFile(folder.resolve("server.properties"));
    }

    static RunningServer read(OwnerOnlyFile file) throws IOException {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(file.read()));
            return new RunningServer(
                    Integer.parseInt(properties.getProperty("port", "")),
                    required(properties.getProperty("password", "")),
                    required(properties.getProperty("data", FIRST_DATA)));
        } catch (IllegalArgumentException e) {
            // not to be mistaken for the file of a home that is new: its data folder would be made anew
            throw new HomeException(
                    "The file with the database's password is damaged, and was left as it is; restore it from a back-up",
                    file.path(),
                    e);
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
        properties.setProperty("data", data);
        StringWriter text = new StringWriter();
        properties.store(text, null);
        file.write(text.toString());
    }

    static String newPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    DatabaseAddress address() {
        return new DatabaseAddress("jdbc:postgresql://localhost:" + port + "/postgres", "postgres", password);
    }

    @Override
    public String toString() {
        return "RunningServer[" + port + "]";
    }
}
