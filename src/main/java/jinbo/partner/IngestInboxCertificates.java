package jinbo.partner;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.format.InboundFileName;
import jinbo.exchange.keys.KeysException;
import jinbo.exchange.keys.SampleKeys;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.CertificateReport;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.exchange.openpgp.UnusableKeyException;
import jinbo.partner.AssociationCertificates.Kept;
import jinbo.partner.AssociationCertificates.State;
import jinbo.partner.Inbox.ReceivedTime;
import jinbo.partner.OfferCertificate.Outcome;
import jinbo.partner.VerificationResult.Genuine;
import jinbo.partner.VerificationResult.NotGenuine;
import jinbo.platform.files.FolderWalk;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.files.OwnerOnlyPermissions;

/**
 * Ingests new certificates of the association from the inbox. Certificates that are not genuine are reported each time.
 * First applies all revocations, and only then verifies the certificates with those that are still trusted. Otherwise a
 * thief's file could be accepted although its key is revoked by another file of the same fetch.
 */
public final class IngestInboxCertificates {

    private final PartnerFolder folder;
    private final Partner partner;
    private final SampleKeys samples;
    private final AssociationCertificates kept;
    private final TrustedAssociationCertificates trusted;

    public IngestInboxCertificates(
            PartnerFolder folder, PartnerSettings settings, Partner partner, SampleKeys samples) {
        this.folder = folder;
        this.partner = partner;
        this.samples = samples;
        this.kept = new AssociationCertificates(folder);
        this.trusted = new TrustedAssociationCertificates(folder, settings);
    }

    public Map<Path, VerificationResult<OfferCertificate.Offered>> all() throws IOException {
        List<Path> files = files();
        Map<Path, VerificationResult<OfferCertificate.Offered>> revoking = applyRevocations(files);
        OpenCertificate open = new OpenCertificate(
                partner.with(new PartnerKeys(partner.keys().own(), Set.copyOf(trusted.all()))), samples);
        Map<Path, VerificationResult<OfferCertificate.Offered>> taken = new LinkedHashMap<>();
        for (Path file : files) {
            VerificationResult<OfferCertificate.Offered> verificationResult =
                    ingest(file, open, Optional.ofNullable(revoking.get(file)));
            if (verificationResult instanceof Genuine<OfferCertificate.Offered>) {
                OwnerOnlyPermissions.createFolder(seen(file).getParent());
                new OwnerOnlyFile(seen(file)).write("");
            }
            taken.put(file, verificationResult);
        }
        return taken;
    }

    /** Verifies files with revocations by the certificates trusted so far, because revocations grant nothing. */
    private Map<Path, VerificationResult<OfferCertificate.Offered>> applyRevocations(List<Path> files)
            throws IOException {
        OpenCertificate open = new OpenCertificate(partner, samples);
        ApplyRevocations revocations = new ApplyRevocations(kept, trusted, partner.policy());
        Map<Path, VerificationResult<OfferCertificate.Offered>> revoking = new HashMap<>();
        for (Path file : files) {
            if (open.open(file, ReceivedTime.whenFetched(file)) instanceof Genuine<Certificate> genuine) {
                try {
                    if (revocations.apply(genuine.value(), ReceivedTime.whenFetched(file))) {
                        revoking.put(file, taken(genuine, Outcome.REVOKED));
                    }
                } catch (UnusableKeyException noRoom) {
                    revoking.put(file, OpenCertificate.malformed(file, String.valueOf(noRoom.getMessage())));
                }
            }
        }
        return revoking;
    }

    private VerificationResult<OfferCertificate.Offered> ingest(
            Path file, OpenCertificate open, Optional<VerificationResult<OfferCertificate.Offered>> before)
            throws IOException {
        VerificationResult<Certificate> opened = open.open(file, ReceivedTime.whenFetched(file));
        if (before.filter(NotGenuine.class::isInstance).isPresent()) {
            return before.get();
        }
        if (opened instanceof NotGenuine<Certificate> wrong) {
            // The certificate may have revoked the key that signed its file.
            return before.orElseGet(wrong::as);
        }
        Genuine<Certificate> genuine = (Genuine<Certificate>) opened;
        OfferCertificate offer = new OfferCertificate(kept, trusted, partner.policy());
        try {
            Optional<Outcome> outcome =
                    offer.offer(genuine.value(), before.isPresent(), ReceivedTime.whenFetched(file));
            return outcome.isPresent()
                    ? taken(genuine, outcome.get())
                    : OpenCertificate.malformed(
                            file,
                            offer.report(genuine.value(), ReceivedTime.whenFetched(file))
                                    .refusals());
        } catch (UnusableKeyException tooLargeTogether) {
            return before.orElseGet(
                    () -> OpenCertificate.malformed(file, String.valueOf(tooLargeTogether.getMessage())));
        }
    }

    private static VerificationResult<OfferCertificate.Offered> taken(Genuine<Certificate> genuine, Outcome outcome) {
        return new Genuine<>(new OfferCertificate.Offered(genuine.value(), outcome), genuine.signedAt());
    }

    private List<Path> files() throws IOException {
        return FolderWalk.list(folder.inbox()).stream()
                .filter(file -> isCertificate(file) && !Files.exists(seen(file)))
                .toList();
    }

    private boolean isCertificate(Path file) {
        Optional<InboundFileName> name =
                InboundFileName.parseMentioned(file.getFileName().toString());
        return file.toString().endsWith(".pgp")
                && name.filter(each -> each.kind() == FileKind.CERTIFICATE
                                && each.insurer().equals(partner.code()))
                        .isPresent();
    }

    private Path seen(Path file) {
        return folder.seenCertificates().resolve(file.getFileName());
    }

    /** Opens and verifies the file of a certificate; does not decide whether to trust the certificate. */
    record OpenCertificate(Partner partner, SampleKeys samples) {

        private static final int MAX_BYTES = 512 << 10;

        VerificationResult<Certificate> open(Path file, Instant receivedAt) throws IOException {
            VerificationResult<byte[]> opened =
                    new OpenDeliveredFile(partner).open(file, receivedAt, clear -> clear.readNBytes(MAX_BYTES));
            if (opened instanceof NotGenuine<byte[]> wrong) {
                return wrong.as();
            }
            Genuine<byte[]> genuine = (Genuine<byte[]>) opened;
            try {
                Certificate certificate = Certificate.parse(new ByteArrayInputStream(genuine.value()));
                new RefuseSampleKeys(samples).checkCertificate(certificate);
                return partner.keys()
                                .ownFingerprints()
                                .contains(certificate.fingerprint().value())
                        ? malformed(file, "It is our own certificate")
                        : new Genuine<>(certificate, genuine.signedAt());
            } catch (UnusableKeyException | KeysException e) {
                return malformed(file, String.valueOf(e.getMessage()));
            }
        }

        static <T> VerificationResult<T> malformed(Path file, String why) {
            return DeliveryFault.MALFORMED.found(
                    file.getFileName() + " contains no usable certificate: " + why + "; tell the association");
        }
    }

    /**
     * Applies revocations to all copies of a certificate, so that no other copy makes the key valid again. They need no
     * acceptance, because only the owner can sign them.
     */
    record ApplyRevocations(AssociationCertificates kept, TrustedAssociationCertificates trusted, CryptoPolicy policy) {

        /** Returns true if anything changed. */
        boolean apply(Certificate copy, Instant now) throws IOException {
            Fingerprint fingerprint = copy.fingerprint();
            Optional<Certificate> counts = trusted.find(fingerprint);
            boolean changed = counts.isPresent() && revokeTrusted(counts.get(), copy, now);
            boolean known = counts.isPresent();
            for (State state : AssociationCertificates.UNACCEPTED) {
                for (Kept before : kept.find(fingerprint, state)) {
                    known = true;
                    Certificate revoked = before.certificate().withRevocationsOf(copy);
                    if (!revoked.equals(before.certificate())) {
                        kept.replace(before, revoked, state);
                        changed = true;
                    }
                }
            }
            if (!known && isRevoked(copy, now)) {
                kept.keep(copy, State.REVOKED, now);
                changed = true;
            }
            endWaiting(fingerprint, now);
            return changed;
        }

        private boolean revokeTrusted(Certificate counts, Certificate copy, Instant now) throws IOException {
            Certificate revoked = counts.withRevocationsOf(copy);
            if (revoked.equals(counts)) {
                return false;
            }
            kept.keep(revoked, State.ACCEPTED, now);
            return true;
        }

        private void endWaiting(Fingerprint fingerprint, Instant now) throws IOException {
            for (Kept waiting : kept.find(fingerprint, State.WAITING)) {
                if (isRevoked(waiting.certificate(), now)) {
                    Optional<Certificate> counts = trusted.find(fingerprint);
                    kept.keep(
                            counts.orElse(waiting.certificate()),
                            counts.isPresent() ? State.ACCEPTED : State.REVOKED,
                            now);
                    kept.forget(fingerprint, State.WAITING);
                }
            }
        }

        private boolean isRevoked(Certificate certificate, Instant now) {
            return certificate.hasRevocations()
                    && !CertificateReport.of(certificate, policy, now).isGood();
        }
    }
}
