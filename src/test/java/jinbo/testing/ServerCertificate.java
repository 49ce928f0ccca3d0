package jinbo.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * A certificate that a server made itself with the JDK's {@code keytool}, as internal servers do.
 *
 * @param context what the server uses
 * @param file the certificate, PEM
 * @param key its private key, PEM
 */
public record ServerCertificate(SSLContext context, Path file, Path key) {

    private static final String PASSWORD = "not-secret";

    /**
     * Makes one.
     *
     * @param names whom it is of, as {@code keytool} wants them: {@code dns:localhost,ip:127.0.0.1}
     */
    public static ServerCertificate of(String names, Path folder) throws IOException, GeneralSecurityException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        new Shell(folder, Map.of())
                .run(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "san=" + names,
                        "-keystore",
                        "server.p12",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD)
                .succeeded();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("server.p12"))) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return new ServerCertificate(
                context,
                writePem(
                        folder.resolve("server.pem"),
                        "CERTIFICATE",
                        store.getCertificate("server").getEncoded()),
                writePem(
                        folder.resolve("server-key.pem"),
                        "PRIVATE KEY",
                        store.getKey("server", PASSWORD.toCharArray()).getEncoded()));
    }

    private static Path writePem(Path file, String kind, byte[] content) throws IOException {
        try (PemWriter pem = new PemWriter(Files.newBufferedWriter(file))) {
            pem.writeObject(new PemObject(kind, content));
        }
        return file;
    }
}
