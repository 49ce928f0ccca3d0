package jinbo.exchange.openpgp;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.function.Consumer;
import org.bouncycastle.bcpg.SignatureSubpacket;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.operator.PGPDigestCalculator;
import org.bouncycastle.openpgp.operator.PGPKeyPairGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPairGeneratorProvider;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentSignerBuilder;

/** Keys that honest software does not create, or that insurers should not have. */
final class ForgedKeys {

    static final Instant BORN = Instant.parse("2026-01-05T00:00:00Z");

    private boolean signingSubkey;
    private boolean backSignature;
    private int primaryFlags = KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA;
    private int hash = 10;
    private KeyKind kind = KeyKind.EDDSA_LEGACY;
    private Optional<Duration> life = Optional.empty();

    private boolean signingKeyToEncryptTo;

    static ForgedKeys aKey() {
        return new ForgedKeys();
    }

    /** The primary key only certifies; a subkey, the second pair, signs. */
    ForgedKeys withSigningSubkey(boolean backSigned) {
        signingSubkey = true;
        backSignature = backSigned;
        return thatOnlyCertifies();
    }

    ForgedKeys thatOnlyCertifies() {
        primaryFlags = KeyFlags.CERTIFY_OTHER;
        return this;
    }

    /** A subkey that can only sign has the flags for encryption. */
    ForgedKeys withASigningKeyToEncryptTo() {
        signingKeyToEncryptTo = true;
        return this;
    }

    ForgedKeys selfSignedWith(int hashAlgorithm) {
        hash = hashAlgorithm;
        return this;
    }

    ForgedKeys ofRsa(int bits) {
        return of(
                switch (bits) {
                    case 1024 -> KeyKind.RSA_1024;
                    case 2048 -> KeyKind.RSA_2048;
                    default -> KeyKind.RSA_3072;
                });
    }

    ForgedKeys of(KeyKind other) {
        kind = other;
        return this;
    }

    ForgedKeys living(Duration duration) {
        life = Optional.of(duration);
        return this;
    }

    UnlockedSecretKey make() {
        try {
            PGPKeyPairGenerator pairs = new BcPGPKeyPairGeneratorProvider().get(kind.version(), Date.from(BORN));
            PGPKeyPair primary = kind.signing(pairs);
            PGPKeyRingGenerator ring = ring(primary);
            if (signingSubkey) {
                addSigningSubkey(ring, kind.signing(pairs));
            }
            ring.addSubKey(
                    kind.decrypting(pairs),
                    subpackets(KeyFlags.ENCRYPT_COMMS, more -> {}).generate(),
                    null);
            if (signingKeyToEncryptTo) {
                ring.addSubKey(
                        kind.signing(pairs),
                        subpackets(KeyFlags.ENCRYPT_COMMS, more -> {}).generate(),
                        null);
            }
            return UnlockedSecretKey.open(ring.generateSecretKeyRing(), new char[0]);
        } catch (PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    private PGPKeyRingGenerator ring(PGPKeyPair primary) throws PGPException {
        PGPDigestCalculator checksum = new BcPGPDigestCalculatorProvider().get(2);
        PGPSignatureSubpacketVector subpackets = subpackets(
                        primaryFlags, more -> life.ifPresent(d -> more.setKeyExpirationTime(d.toSeconds())))
                .generate();
        // a certificate of version 6 has direct signatures instead of those over a user id
        return kind.version() == 6
                ? new PGPKeyRingGenerator(primary, checksum, subpackets, null, signer(primary), null)
                : new PGPKeyRingGenerator(
                        PGPSignature.POSITIVE_CERTIFICATION,
                        primary,
                        "Forged <forged@insurer.example>",
                        checksum,
                        subpackets,
                        null,
                        signer(primary),
                        null);
    }

    /** The reasons are those of RFC 9580, section 5.2.3.31. */
    static Certificate revoked(UnlockedSecretKey key, int reason, Instant at) {
        return revoked(key, reason, at, 10);
    }

    static Certificate revoked(UnlockedSecretKey key, int reason, Instant at, int hashAlgorithm) {
        return withSignature(
                key,
                PGPSignature.KEY_REVOCATION,
                at,
                hashAlgorithm,
                subpackets -> subpackets.setRevocationReason(false, (byte) reason, ""));
    }

    /** @param reason the whole content of the subpacket: a code, and a text in any encoding; or nothing */
    static Certificate revoked(UnlockedSecretKey key, byte[] reason, Instant at) {
        return withSignature(
                key,
                PGPSignature.KEY_REVOCATION,
                at,
                10,
                subpackets -> subpackets.addCustomSubpacket(
                        new SignatureSubpacket(SignatureSubpacketTags.REVOCATION_REASON, false, false, reason) {}));
    }

    /** Adds a direct signature that names a revoker, as by GnuPG: without flags and lifetime. */
    static Certificate namingARevoker(UnlockedSecretKey key) {
        return withSignature(
                key,
                PGPSignature.DIRECT_KEY,
                BORN.plusSeconds(1),
                10,
                subpackets -> subpackets.setRevocable(false, false));
    }

    private static Certificate withSignature(
            UnlockedSecretKey key,
            int type,
            Instant at,
            int hashAlgorithm,
            Consumer<PGPSignatureSubpacketGenerator> more) {
        try {
            PGPPublicKey primary = key.ring().getPublicKey();
            PGPSignatureGenerator signature = new PGPSignatureGenerator(
                    new JcaPGPContentSignerBuilder(primary.getAlgorithm(), hashAlgorithm), primary);
            signature.init(type, key.pairs().get(0).privateKey());
            PGPSignatureSubpacketGenerator subpackets = new PGPSignatureSubpacketGenerator();
            subpackets.setSignatureCreationTime(false, Date.from(at));
            more.accept(subpackets);
            signature.setHashedSubpackets(subpackets.generate());
            PGPPublicKey withSignature =
                    PGPPublicKey.addCertification(primary, signature.generateCertification(primary));
            return new Certificate(PGPPublicKeyRing.insertPublicKey(key.ring().toCertificate(), withSignature));
        } catch (PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    private void addSigningSubkey(PGPKeyRingGenerator ring, PGPKeyPair subkey) throws PGPException {
        PGPSignatureSubpacketGenerator binding = subpackets(KeyFlags.SIGN_DATA, more -> {});
        if (backSignature) {
            ring.addSubKey(subkey, binding.generate(), null, signer(subkey));
        } else {
            ring.addSubKey(subkey, binding.generate(), null);
        }
    }

    private JcaPGPContentSignerBuilder signer(PGPKeyPair pair) {
        return new JcaPGPContentSignerBuilder(pair.getPublicKey().getAlgorithm(), hash);
    }

    private static PGPSignatureSubpacketGenerator subpackets(int flags, Consumer<PGPSignatureSubpacketGenerator> more) {
        PGPSignatureSubpacketGenerator subpackets = new PGPSignatureSubpacketGenerator();
        subpackets.setSignatureCreationTime(false, Date.from(BORN));
        subpackets.setKeyFlags(false, flags);
        more.accept(subpackets);
        return subpackets;
    }
}
