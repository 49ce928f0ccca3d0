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
import java.util.stream.Stream;
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
import jinbo.partner.OfferCertificate.Outcome;
import jinbo.partner.VerificationResult.Genuine;
import jinbo.partner.VerificationResult.NotGenuine;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.files.OwnerOnlyPermissions;

/**
 * Ingests all certificates of the inbox that were not ingested before; one that is not genuine is told each time until it is
 * deleted. First all of them take away what they revoke, and only by what counts then are they judged in the order of their names:
 * else a thief's file could be believed because the one that revokes the stolen key came in the same visit.
 */
public final class IngestInboxCertificates {

    private final PartnerFolder folder;
    private final Partner partner;
    private final SampleKeys samples;
    private final AssociationCertificates kept;
    private final TrustedAssociationCertificates counting;

    /** @param partner as it was before the visit */
    public IngestInboxCertificates(
            PartnerFolder folder, PartnerSettings settings, Partner partner, SampleKeys samples) {
        this.folder = folder;
        this.partner = partner;
        this.samples = samples;
        this.kept = new AssociationCertificates(folder);
        this.counting = new TrustedAssociationCertificates(folder, settings);
    }

    public Map<Path, VerificationResult<OfferCertificate.Offered>> all() throws IOException {
        List<Path> files = files();
        Map<Path, VerificationResult<OfferCertificate.Offered>> revoking = takeAway(files);
        OpenCertificate open = new OpenCertificate(
                partner.with(new PartnerKeys(partner.keys().own(), Set.copyOf(counting.all()))), samples);
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

    /** Those that take something away, or would if there were room; believed by what counted before, since none gives anything. */
    private Map<Path, VerificationResult<OfferCertificate.Offered>> takeAway(List<Path> files) throws IOException {
        OpenCertificate open = new OpenCertificate(partner, samples);
        ApplyRevocations revocations = new ApplyRevocations(kept, counting, partner.policy());
        Map<Path, VerificationResult<OfferCertificate.Offered>> revoking = new HashMap<>();
        for (Path file : files) {
            if (open.open(file, receivedAt(file)) instanceof Genuine<Certificate> genuine) {
                try {
                    if (revocations.of(genuine.value(), receivedAt(file))) {
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
        VerificationResult<Certificate> opened = open.open(file, receivedAt(file));
        if (before.filter(NotGenuine.class::isInstance).isPresent()) {
            return before.get();
        }
        if (opened instanceof NotGenuine<Certificate> wrong) {
            // what it has revoked may be the very key that signed it
            return before.orElseGet(wrong::as);
        }
        Genuine<Certificate> genuine = (Genuine<Certificate>) opened;
        OfferCertificate offer = new OfferCertificate(kept, counting, partner.policy());
        try {
            Optional<Outcome> outcome = offer.offer(genuine.value(), before.isPresent(), receivedAt(file));
            return outcome.isPresent()
                    ? taken(genuine, outcome.get())
                    : OpenCertificate.malformed(
                            file,
                            offer.report(genuine.value(), receivedAt(file)).refusals());
        } catch (UnusableKeyException tooLargeTogether) {
            return before.orElseGet(
                    () -> OpenCertificate.malformed(file, String.valueOf(tooLargeTogether.getMessage())));
        }
    }

    private static VerificationResult<OfferCertificate.Offered> taken(Genuine<Certificate> genuine, Outcome outcome) {
        return new Genuine<>(new OfferCertificate.Offered(genuine.value(), outcome), genuine.signedAt());
    }

    private static Instant receivedAt(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> inbox = Files.list(folder.inbox())) {
            return inbox.filter(file -> isCertificate(file) && !Files.exists(seen(file)))
                    .sorted()
                    .toList();
        }
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

    /** Opens a certificate that the association has sent under one that counts; what it holds is judged by others. */
    record OpenCertificate(Partner partner, SampleKeys samples) {

        private static final int LARGEST = 512 << 10;

        VerificationResult<Certificate> open(Path file, Instant receivedAt) throws IOException {
            VerificationResult<byte[]> opened =
                    new OpenDeliveredFile(partner).open(file, receivedAt, clear -> clear.readNBytes(LARGEST));
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
            return new NotGenuine<>(
                    DeliveryFault.MALFORMED,
                    file.getFileName() + " holds no certificate that could count: " + why + "; tell the association");
        }
    }

    /**
     * Takes what a certificate revokes into every copy of it that is here, whether it counts, waits or was refused: a
     * revocation proves itself, so it counts at once, and an unrevoked copy that is let in later must not bring the key
     * back.
     */
    record ApplyRevocations(
            AssociationCertificates kept, TrustedAssociationCertificates counting, CryptoPolicy policy) {

        /** @throws jinbo.exchange.openpgp.UnusableKeyException if a copy that is here has no room for it */
        boolean of(Certificate copy, Instant now) throws IOException {
            Fingerprint fingerprint = copy.fingerprint();
            Optional<Certificate> counts = counting.find(fingerprint);
            boolean some = counts.isPresent() && fromWhatCounts(counts.get(), copy, now);
            boolean known = counts.isPresent();
            for (State state : List.of(State.WAITING, State.REFUSED, State.REVOKED)) {
                for (Kept before : kept.of(fingerprint, state)) {
                    known = true;
                    Certificate less = before.certificate().withRevocationsOf(copy);
                    if (!less.equals(before.certificate())) {
                        kept.replace(before, less, state);
                        some = true;
                    }
                }
            }
            if (!known && isDead(copy, now)) {
                kept.keep(copy, State.REVOKED, now);
                some = true;
            }
            buryWhatWaits(fingerprint, now);
            return some;
        }

        private boolean fromWhatCounts(Certificate counts, Certificate copy, Instant now) throws IOException {
            Certificate less = counts.withRevocationsOf(copy);
            if (less.equals(counts)) {
                return false;
            }
            kept.keep(less, State.ACCEPTED, now);
            return true;
        }

        /** What is said against one that waits stays said, whether or not it counts by now. */
        private void buryWhatWaits(Fingerprint fingerprint, Instant now) throws IOException {
            for (Kept waiting : kept.of(fingerprint, State.WAITING)) {
                if (isDead(waiting.certificate(), now)) {
                    Optional<Certificate> counts = counting.find(fingerprint);
                    kept.keep(
                            counts.orElse(waiting.certificate()),
                            counts.isPresent() ? State.ACCEPTED : State.REVOKED,
                            now);
                    kept.forget(fingerprint, State.WAITING);
                }
            }
        }

        /** Whether it can never count because of what its owner says against it. */
        private boolean isDead(Certificate certificate, Instant now) {
            return certificate.hasRevocations()
                    && !CertificateReport.of(certificate, policy, now).isGood();
        }
    }
}
