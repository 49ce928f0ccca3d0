package jinbo.platform.net;

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

/** Believes servers that a certificate of a file vouches for, and no others: for those that have theirs from an authority of one's own. */
public final class PemTrustContext {

    private PemTrustContext() {}

    /**
     * What makes such lines.
     *
     * @param pem one certificate after the other
     * @throws IOException if it cannot be read
     * @throws GeneralSecurityException if it holds no certificates in PEM
     */
    public static SSLContext of(Path pem) throws IOException, GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store(pem));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore store(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(file)) {
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
