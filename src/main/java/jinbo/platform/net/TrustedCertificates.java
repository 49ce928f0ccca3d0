package jinbo.platform.net;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import jinbo.platform.files.UnusableFileException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.boot.ssl.pem.PemSslStore;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;

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
        return file.isPresent()
                ? bundle(file.get()).createSslContext()
                : SslBundle.systemDefault().createSslContext();
    }

    /** The file is read here: a store that is told its name would show what it holds where that is no PEM. */
    private SslBundle bundle(Path pem) throws UnusableFileException {
        try {
            PemSslStore trusted =
                    PemSslStore.of(Objects.requireNonNull(PemContent.load(pem)).getCertificates(), null);
            return SslBundle.of(new PemSslStoreBundle(null, trusted));
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new UnusableFileException(setting, "it holds no certificates in PEM");
        } catch (IOException e) {
            throw new UnusableFileException(setting, "certificates in PEM", e);
        }
    }
}
