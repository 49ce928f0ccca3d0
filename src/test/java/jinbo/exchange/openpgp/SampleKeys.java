package jinbo.exchange.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The published keys of {@code keys-sample/}. */
final class SampleKeys {

    static final List<String> INSURERS = List.of("YUNHE", "CHANGQING", "BEIDOU");
    static final List<String> ALL = List.of("association", "YUNHE", "CHANGQING", "BEIDOU");
    static final Path FOLDER = Path.of("keys-sample");

    private SampleKeys() {}

    static SecretKeys secret(String name) {
        try {
            return SecretKeys.load(FOLDER.resolve(name + ".secret.asc"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Certificate certificate(String name) {
        try (InputStream in = Files.newInputStream(FOLDER.resolve(name + ".public.asc"))) {
            return Certificate.parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
