package jinbo.notification;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Which servers are believed to be who they are: those that a certificate of a file vouches for, or if none is named, one of those
 * that Java brings.
 *
 * @param file PEM, one certificate after the other; empty: none is named
 */
record TrustedCertificates(String file) {

    private static final String SETTING = "trusted-certificates";
    private static final String WHAT = "certificates in PEM";

    /** @throws UnusableFileException if the file cannot be read or holds no certificate */
    SSLContext context() throws UnusableFileException {
        try {
            if (file.isEmpty()) {
                return SSLContext.getDefault();
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new UnusableFileException(SETTING, "it holds no certificates in PEM");
        } catch (IOException e) {
            throw new UnusableFileException(SETTING, WHAT, e);
        }
    }

    private KeyStore store() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(Path.of(file))) {
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry(Integer.toString(number++), certificate);
            }
        }
        if (store.size() == 0) {
            throw new GeneralSecurityException("none");
        }
        return store;
    }
}
