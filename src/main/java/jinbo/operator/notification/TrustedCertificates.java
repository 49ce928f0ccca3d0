package jinbo.operator.notification;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import jinbo.platform.net.PemTrustContext;

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
            return PemTrustContext.of(Path.of(file));
        } catch (GeneralSecurityException e) {
            throw new UnusableFileException(SETTING, "it holds no certificates in PEM");
        } catch (IOException e) {
            throw new UnusableFileException(SETTING, WHAT, e);
        }
    }
}
