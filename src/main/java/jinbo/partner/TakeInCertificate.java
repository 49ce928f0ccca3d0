package jinbo.partner;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import jinbo.envelope.Certificate;
import jinbo.envelope.CertificateReport;
import jinbo.envelope.Fingerprint;
import jinbo.envelope.UnusableKeyException;
import jinbo.partner.AssociationCertificates.Kept;
import jinbo.partner.AssociationCertificates.State;
import jinbo.partner.Checked.Genuine;
import jinbo.partner.Checked.NotGenuine;
import jinbo.samplekey.SampleKeyException;
import jinbo.samplekey.SampleKeys;

/**
 * Takes in a certificate that the association has sent under one that counts. Whoever has stolen that key could send one, too; so
 * what would give rights waits for people who have called the association, and only what takes rights away, its revocations, counts
 * at once.
 */
public final class TakeInCertificate {

    private final Partner partner;
    private final AssociationCertificates kept;
    private final SampleKeys samples;

    public TakeInCertificate(Partner partner, AssociationCertificates kept, SampleKeys samples) {
        this.partner = partner;
        this.kept = kept;
        this.samples = samples;
    }

    /** What became of it. */
    public enum Outcome {
        /** It waits for people. */
        WAITING,
        /** It says nothing new. */
        KNOWN,
        /** What it takes away counts from now on; it gives nothing. */
        REVOKED,
        /** What it takes away counts from now on; what it gives waits. */
        REVOKED_AND_WAITING,
        /** People have refused it before. */
        REFUSED
    }

    /**
     * A genuine one.
     *
     * @param certificate as it came
     * @param outcome what became of it
     */
    public record Taken(Certificate certificate, Outcome outcome) {}

    /**
     * Opens a file of the inbox and takes it in.
     *
     * @param receivedAt when it was fetched
     * @throws IOException of the files
     */
    public Checked<Taken> takeIn(Path file, Instant receivedAt) throws IOException {
        Checked<byte[]> opened = new OpenDelivered(partner)
                .open(file, receivedAt, clear -> clear.readNBytes(Certificate.MOST_BYTES + 1));
        if (opened instanceof NotGenuine<byte[]> wrong) {
            return wrong.as();
        }
        Genuine<byte[]> genuine = (Genuine<byte[]>) opened;
        String name = file.getFileName().toString();
        Certificate certificate;
        try {
            certificate = Certificate.parse(new ByteArrayInputStream(genuine.value()));
            new RefuseSampleKeys(samples).theirs(certificate);
        } catch (UnusableKeyException | SampleKeyException e) {
            return malformed(name, String.valueOf(e.getMessage()));
        }
        if (partner.keys().ownFingerprints().contains(certificate.fingerprint().value())) {
            return malformed(name, "It is our own certificate");
        }
        Optional<Certificate> counting = counting(certificate.fingerprint());
        if (counting.isPresent()) {
            return new Genuine<>(
                    new Taken(certificate, update(counting.get(), certificate, receivedAt)), genuine.signedAt());
        }
        CertificateReport report = CertificateReport.of(certificate, partner.policy(), receivedAt);
        if (!report.isGood()) {
            return malformed(name, report.refusals());
        }
        return new Genuine<>(new Taken(certificate, offer(certificate, receivedAt)), genuine.signedAt());
    }

    private Outcome update(Certificate counting, Certificate copy, Instant now) throws IOException {
        Certificate less = counting.withRevocationsOf(copy);
        boolean takesAway = counting.isRevokedFurtherBy(copy);
        if (takesAway) {
            kept.keep(less, State.ACCEPTED, now);
        }
        if (less.joinedWith(copy).equals(less)) {
            return takesAway ? Outcome.REVOKED : Outcome.KNOWN;
        }
        Outcome given = offer(copy, now);
        return takesAway ? given == Outcome.WAITING ? Outcome.REVOKED_AND_WAITING : Outcome.REVOKED : given;
    }

    private Outcome offer(Certificate certificate, Instant now) throws IOException {
        Fingerprint fingerprint = certificate.fingerprint();
        Optional<Kept> refused = kept.find(fingerprint, State.REFUSED);
        if (refused.isPresent()) {
            return Outcome.REFUSED;
        }
        Optional<Certificate> waiting = kept.find(fingerprint, State.WAITING).map(Kept::certificate);
        kept.keep(waiting.map(before -> before.joinedWith(certificate)).orElse(certificate), State.WAITING, now);
        return Outcome.WAITING;
    }

    private Optional<Certificate> counting(Fingerprint fingerprint) {
        return partner.keys().association().stream()
                .filter(known -> known.fingerprint().equals(fingerprint))
                .findFirst();
    }

    private static Checked<Taken> malformed(String name, String why) {
        return new NotGenuine<>(
                DeliveryFault.MALFORMED,
                name + " holds no certificate that could count: " + why + "; tell the association");
    }
}
