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

/** The trusted certificates for TLS: those of a PEM file, or without a file those of the JDK. */
public record TrustedCertificates(String setting, Optional<Path> file) {

    public SSLContext context() throws UnusableFileException {
        return file.isPresent()
                ? bundle(file.get()).createSslContext()
                : SslBundle.systemDefault().createSslContext();
    }

    /** Passes the content: with the file name, errors would quote the content of a file that is not PEM. */
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
