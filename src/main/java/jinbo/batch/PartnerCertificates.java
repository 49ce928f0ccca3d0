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

/** The OpenPGP certificates of insurers, as stored by the association. */
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

    /** Returns all certificates of an insurer; whether one is accepted is decided when its signature is verified. */
    public Set<AcceptedSigner> signersOf(InsurerCode insurer) {
        Set<AcceptedSigner> signers = new LinkedHashSet<>();
        stored.of(insurer).forEach(certificate -> signers.add(signer(certificate)));
        return signers;
    }

    /** Finds the stored copy of a certificate; empty if the insurer has no such certificate. */
    public Optional<Certificate> copyOf(InsurerCode insurer, Fingerprint fingerprint) {
        return stored.of(insurer).stream()
                .filter(certificate -> certificate.fingerprint().equals(fingerprint.value()))
                .map(certificate -> known.parse(certificate.encoded()))
                .findFirst();
    }

    /** Merges a certificate with the stored copy, if there is one. */
    public Certificate mergedWithCopy(InsurerCode insurer, Certificate sent) {
        return copyOf(insurer, sent.fingerprint())
                .map(here -> here.mergedWith(sent))
                .orElse(sent);
    }

    /** Stores a certificate as accepted, merged with the stored copy, so that no revocation is lost. */
    public void add(InsurerCertificate certificate) {
        stored.add(certificate, PartnerCertificates::joined);
    }

    public static byte[] joined(byte[] here, byte[] added) {
        return Certificate.parse(here).mergedWith(Certificate.parse(added)).encoded();
    }

    /** True if the certificate is stored, and the sent copy contains a new revocation. */
    public boolean revokes(InsurerCode insurer, Certificate sent) {
        return copyOf(insurer, sent.fingerprint())
                .filter(here -> here.gainsRevocationsFrom(sent))
                .isPresent();
    }

    /** Stores new revocations, which apply at once, as the owner signed them; returns true if there was one. */
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

    /** Returns the insurer's certificates to which the association can encrypt now. */
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

    /** Caches parsed certificates by their bytes; parsing verifies their signatures, which depend only on the bytes. */
    private static final class CertificateCache {

        private static final int MAX_SIZE = 200;

        /** Ten times the usual size; larger certificates are not cached, which limits the cache to some megabytes. */
        private static final int MAX_BYTES = 32 * 1024;

        private final Map<ByteBuffer, Certificate> known = new LinkedHashMap<>(MAX_SIZE, 0.75f, true) {
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
