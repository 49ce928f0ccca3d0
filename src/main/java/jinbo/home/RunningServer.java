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
 * @param port on the loopback interface
 * @param password made at random when the database was
 */
record RunningServer(int port, String password) {

    private static final int PASSWORD_BYTES = 32;

    static OwnerOnlyFile file(Path folder) {
        return new OwnerOnlyFile(folder.resolve("server.properties"));
    }

    static RunningServer read(OwnerOnlyFile file) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(file.read()));
        return new RunningServer(
                Integer.parseInt(properties.getProperty("port", "0")), properties.getProperty("password", ""));
    }

    void write(OwnerOnlyFile file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("port", Integer.toString(port));
        properties.setProperty("password", password);
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
