package jinbo.platform.net;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import jinbo.platform.files.UnusableFileException;

/**
 * Which servers are believed to be who they are: those that a certificate of a file vouches for, or if none is named, one of those
 * that Java brings.
 *
 * @param setting the name of the setting that names the file
 * @param file PEM, one certificate after the other; empty: none is named
 */
public record TrustedCertificates(String setting, Optional<Path> file) {

    /** @throws UnusableFileException if the file cannot be read or holds no certificate */
    public SSLContext context() throws UnusableFileException {
        try {
            return file.isPresent() ? PemTrustContext.of(file.get()) : SSLContext.getDefault();
        } catch (GeneralSecurityException e) {
            throw new UnusableFileException(setting, "it holds no certificates in PEM");
        } catch (IOException e) {
            throw new UnusableFileException(setting, "certificates in PEM", e);
        }
    }
}
