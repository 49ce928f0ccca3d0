package jinbo.partner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.exchange.openpgp.UnusableKeyException;
import jinbo.partner.AssociationCertificates.Kept;
import jinbo.partner.AssociationCertificates.State;

/** The association's certificates that the insurer trusts: those of the settings, and accepted ones. */
public record TrustedAssociationCertificates(PartnerSettings settings, AssociationCertificates kept) {

    public TrustedAssociationCertificates(PartnerFolder folder, PartnerSettings settings) {
        this(settings, new AssociationCertificates(folder));
    }

    /** All trusted certificates; those of the settings come first. */
    public List<Certificate> all() throws IOException {
        Map<Fingerprint, Certificate> all = new LinkedHashMap<>();
        for (Path file : settings.association()) {
            Certificate named = named(file);
            all.merge(named.fingerprint(), named, TrustedAssociationCertificates::merge);
        }
        for (Kept accepted : kept.in(State.ACCEPTED)) {
            all.merge(
                    accepted.certificate().fingerprint(),
                    accepted.certificate(),
                    TrustedAssociationCertificates::merge);
        }
        for (State state : AssociationCertificates.UNACCEPTED) {
            for (Kept copy : kept.in(state)) {
                all.computeIfPresent(
                        copy.certificate().fingerprint(),
                        (same, counts) -> counts.withRevocationsOf(copy.certificate()));
            }
        }
        return List.copyOf(all.values());
    }

    Optional<Certificate> find(Fingerprint fingerprint) throws IOException {
        return all().stream()
                .filter(each -> each.fingerprint().equals(fingerprint))
                .findFirst();
    }

    /** Merges two copies, or only their revocations if the result would be too large. */
    static Certificate merge(Certificate one, Certificate copy) {
        try {
            return one.mergedWith(copy);
        } catch (UnusableKeyException tooLarge) {
            return one.withRevocationsOf(copy);
        }
    }

    private static Certificate named(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Certificate.parse(in);
        } catch (NoSuchFileException e) {
            throw new NoSuchFileException(
                    file.toString(), null, "put the association's certificate there, and compare its fingerprint");
        }
    }
}
