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

/**
 * The association's certificates that count, as they lie on the disk now: those that the settings name and those that people have
 * accepted since, each with every revocation that came in any copy of it.
 */
public final class TrustedAssociationCertificates {

    private final PartnerSettings settings;
    private final AssociationCertificates kept;

    public TrustedAssociationCertificates(PartnerFolder folder, PartnerSettings settings) {
        this.settings = settings;
        this.kept = new AssociationCertificates(folder);
    }

    /**
     * All of them, those of the settings first.
     *
     * @throws NoSuchFileException if a file of the settings is not there
     * @throws UnusableKeyException if one holds something else
     */
    public List<Certificate> all() throws IOException {
        Map<Fingerprint, Certificate> all = new LinkedHashMap<>();
        for (Path file : settings.association()) {
            Certificate named = named(file);
            all.merge(named.fingerprint(), named, TrustedAssociationCertificates::joined);
        }
        for (Kept accepted : kept.in(State.ACCEPTED)) {
            all.merge(
                    accepted.certificate().fingerprint(),
                    accepted.certificate(),
                    TrustedAssociationCertificates::joined);
        }
        for (State state : List.of(State.WAITING, State.REFUSED, State.REVOKED)) {
            for (Kept copy : kept.in(state)) {
                all.computeIfPresent(
                        copy.certificate().fingerprint(),
                        (same, counts) -> counts.withRevocationsOf(copy.certificate()));
            }
        }
        return List.copyOf(all.values());
    }

    /** The one of a fingerprint; otherwise as {@link #all}. */
    Optional<Certificate> find(Fingerprint fingerprint) throws IOException {
        return all().stream()
                .filter(each -> each.fingerprint().equals(fingerprint))
                .findFirst();
    }

    /** Where both are too large together, as after somebody has put another copy into the settings, what revokes counts. */
    static Certificate joined(Certificate one, Certificate copy) {
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
