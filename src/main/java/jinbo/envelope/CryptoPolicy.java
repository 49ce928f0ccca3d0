package jinbo.envelope;

import static jinbo.envelope.AcceptedAlgorithm.Kind.COMPRESSION;
import static jinbo.envelope.AcceptedAlgorithm.Kind.CURVE;
import static jinbo.envelope.AcceptedAlgorithm.Kind.HASH;
import static jinbo.envelope.AcceptedAlgorithm.Kind.PUBLIC_KEY;
import static jinbo.envelope.AcceptedAlgorithm.Kind.SYMMETRIC;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.bcpg.ECPublicBCPGKey;
import org.bouncycastle.openpgp.PGPPublicKey;

/**
 * Which algorithms are accepted and produced: the one place that says so. What is in no row is refused.
 *
 * @param accepted the rows
 * @param leastRsaBits the shortest RSA key: 3072, or 2048 where the association must live with older keys
 */
public record CryptoPolicy(List<AcceptedAlgorithm> accepted, int leastRsaBits) {

    /** Symmetric cipher of what is sealed: AES-256, in an integrity-protected packet of version 1. */
    static final int PRODUCED_CIPHER = 9;

    private static final List<AcceptedAlgorithm> ROWS = List.of(
            row(HASH, "8", "SHA-256"),
            row(HASH, "9", "SHA-384"),
            row(HASH, "10", "SHA-512"),
            row(SYMMETRIC, "7", "AES-128"),
            row(SYMMETRIC, "8", "AES-192"),
            row(SYMMETRIC, "9", "AES-256"),
            row(COMPRESSION, "0", "none"),
            row(COMPRESSION, "1", "ZIP"),
            row(COMPRESSION, "2", "ZLIB"),
            row(COMPRESSION, "3", "BZip2"),
            row(PUBLIC_KEY, "1", "RSA"),
            row(PUBLIC_KEY, "2", "RSA, encrypt only"),
            row(PUBLIC_KEY, "3", "RSA, sign only"),
            row(PUBLIC_KEY, "18", "ECDH"),
            row(PUBLIC_KEY, "19", "ECDSA"),
            row(PUBLIC_KEY, "22", "EdDSA"),
            row(PUBLIC_KEY, "25", "X25519"),
            row(PUBLIC_KEY, "27", "Ed25519"),
            row(CURVE, "1.2.840.10045.3.1.7", "NIST P-256"),
            row(CURVE, "1.3.132.0.34", "NIST P-384"),
            row(CURVE, "1.3.132.0.35", "NIST P-521"),
            row(CURVE, "1.3.6.1.4.1.11591.15.1", "Ed25519"),
            row(CURVE, "1.3.6.1.4.1.3029.1.5.1", "Curve25519"));

    public CryptoPolicy {
        accepted = List.copyOf(accepted);
    }

    /** The rows of this class, and RSA of 3072 bits or more. */
    public static CryptoPolicy standard() {
        return new CryptoPolicy(ROWS, 3072);
    }

    /**
     * The same with another shortest RSA key.
     *
     * @throws IllegalArgumentException below 2048, which is not a setting but a hole
     */
    public CryptoPolicy withLeastRsaBits(int bits) {
        if (bits < 2048) {
            throw new IllegalArgumentException("RSA keys below 2048 bits cannot be allowed");
        }
        return new CryptoPolicy(accepted, bits);
    }

    boolean accepts(AcceptedAlgorithm.Kind kind, int id, Instant at) {
        return accepts(kind, Integer.toString(id), at);
    }

    private boolean accepts(AcceptedAlgorithm.Kind kind, String id, Instant at) {
        return accepted.stream().anyMatch(row -> row.is(kind, id, at));
    }

    /** Why a key is too weak or of an unknown kind; empty if it is strong enough. */
    Optional<String> faultOf(PGPPublicKey key, Instant at) {
        if (!accepts(PUBLIC_KEY, key.getAlgorithm(), at)) {
            return Optional.of("its algorithm, number " + key.getAlgorithm() + ", is not accepted");
        }
        boolean rsa = key.getAlgorithm() <= 3;
        if (rsa && key.getBitStrength() < leastRsaBits) {
            return Optional.of("it is RSA of " + key.getBitStrength() + " bits; " + leastRsaBits + " are the least");
        }
        if (key.getPublicKeyPacket().getKey() instanceof ECPublicBCPGKey curve
                && !accepts(CURVE, curve.getCurveOID().getId(), at)) {
            return Optional.of("its curve, " + curve.getCurveOID().getId() + ", is not accepted");
        }
        return Optional.empty();
    }

    /** The hash to sign with; GnuPG refuses an ECDSA signature whose hash is shorter than the curve. */
    static int producedHash(PGPPublicKey key) {
        int bits = key.getAlgorithm() == 19 ? key.getBitStrength() : 256;
        return bits <= 256 ? 8 : bits <= 384 ? 9 : 10;
    }

    private static AcceptedAlgorithm row(AcceptedAlgorithm.Kind kind, String id, String name) {
        return new AcceptedAlgorithm(kind, id, name, Optional.empty());
    }
}
