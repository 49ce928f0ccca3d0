package jinbo.batch;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jinbo.exchange.openpgp.AcceptedSigner;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.participant.insurer.CertificateAcceptance;
import jinbo.participant.insurer.InsurerCertificate;
import jinbo.participant.insurer.InsurerCertificates;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.stereotype.Component;

@Component
public class PartnerCertificates {

    private final InsurerCertificates stored;
    private final CryptoPolicy policy;
    private final Clock clock;
    private final CertificateCache known = new CertificateCache();

    PartnerCertificates(InsurerCertificates stored, CryptoPolicy policy, Clock clock) {
        this.stored = stored;
        this.policy = policy;
        this.clock = clock;
    }

    /** All certificates that may have signed an upload; acceptance is decided with the signature. */
    public Set<AcceptedSigner> signersOf(InsurerCode insurer) {
        Set<AcceptedSigner> signers = new LinkedHashSet<>();
        stored.of(insurer).forEach(certificate -> signers.add(signer(certificate)));
        return signers;
    }

    /** The stored copy of a certificate; empty if the insurer has none. */
    public Optional<Certificate> copyOf(InsurerCode insurer, Fingerprint fingerprint) {
        return stored.of(insurer).stream()
                .filter(certificate -> certificate.fingerprint().equals(fingerprint.value()))
                .map(certificate -> known.parse(certificate.encoded()))
                .findFirst();
    }

    /** A certificate merged with the stored copy, if any. */
    public Certificate mergedWithCopy(InsurerCode insurer, Certificate sent) {
        return copyOf(insurer, sent.fingerprint())
                .map(here -> here.mergedWith(sent))
                .orElse(sent);
    }

    /** Accepts a certificate and merges it with a stored copy, so that no revocation is lost. */
    public void add(InsurerCertificate certificate) {
        stored.add(certificate, PartnerCertificates::joined);
    }

    public static byte[] joined(byte[] here, byte[] added) {
        return Certificate.parse(here).mergedWith(Certificate.parse(added)).encoded();
    }

    /** Whether a copy of a stored certificate contains a new revocation. */
    public boolean revokes(InsurerCode insurer, Certificate sent) {
        return copyOf(insurer, sent.fingerprint())
                .filter(here -> here.gainsRevocationsFrom(sent))
                .isPresent();
    }

    /** Stores new revocations, which apply at once because the owner signed them. Returns whether there was one. */
    public boolean storeRevocations(InsurerCode insurer, Certificate copy) {
        boolean revokes = revokes(insurer, copy);
        if (revokes) {
            stored.extend(
                    insurer,
                    copy.fingerprint().value(),
                    known -> Certificate.parse(known).withRevocationsOf(copy).encoded());
        }
        return revokes;
    }

    /** The certificates to which the exchange can encrypt now. */
    public Set<Certificate> recipientsOf(InsurerCode insurer) {
        Instant at = clock.instant();
        Set<Certificate> recipients = new LinkedHashSet<>();
        signersOf(insurer).stream()
                .filter(signer -> signer.isAcceptedAt(at))
                .map(AcceptedSigner::certificate)
                .filter(certificate -> !certificate.encryptionKeys(at, policy).isEmpty())
                .forEach(recipients::add);
        return recipients;
    }

    private AcceptedSigner signer(InsurerCertificate stored) {
        CertificateAcceptance certificateAcceptance = stored.acceptance();
        return new AcceptedSigner(
                known.parse(stored.encoded()),
                certificateAcceptance.from(),
                certificateAcceptance.end(),
                certificateAcceptance.isCompromised());
    }

    /** Parsed certificates by their bytes, because the check of their signatures depends on these alone. */
    private static final class CertificateCache {

        private static final int MAX_SIZE = 200;

        /** Ten times the usual size; larger certificates are not cached, which limits the cache to some megabytes. */
        private static final int MAX_BYTES = 32 * 1024;

        private final Map<ByteBuffer, Certificate> known = new LinkedHashMap<>(MAX_SIZE, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Certificate> eldest) {
                return size() > MAX_SIZE;
            }
        };

        /** @throws jinbo.exchange.openpgp.UnusableKeyException if the bytes are not a certificate */
        synchronized Certificate parse(byte[] encoded) {
            if (encoded.length > MAX_BYTES) {
                return Certificate.parse(encoded);
            }
            return known.computeIfAbsent(ByteBuffer.wrap(encoded.clone()), bytes -> Certificate.parse(bytes.array()));
        }
    }
}
