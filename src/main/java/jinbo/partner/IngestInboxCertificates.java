package jinbo.partner;

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
import jinbo.exchange.keys.SampleKeys;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.UnusableKeyException;
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
}
