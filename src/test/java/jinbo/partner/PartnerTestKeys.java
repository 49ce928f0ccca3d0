package jinbo.partner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.participant.insurer.InsurerCode;

final class PartnerTestKeys {

    static final Path FOLDER = Path.of("keys-sample");
    static final SecretKeys ASSOCIATION = secret("association");
    static final Partner YUNHE = partner("YUNHE");
    static final Partner CHANGQING = partner("CHANGQING");

    private PartnerTestKeys() {}

    static SecretKeys secret(String name) {
        try {
            return SecretKeys.load(FOLDER.resolve(name + ".secret.asc"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Partner partner(String code) {
        return new Partner(
                new InsurerCode(code), new PartnerKeys(List.of(secret(code)), Set.of(ASSOCIATION.certificate())));
    }
}
