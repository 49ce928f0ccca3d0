package jinbo.exchange.openpgp;

import java.io.OutputStream;
import java.util.Comparator;
import java.util.Date;
import java.util.Optional;
import jinbo.platform.files.Sha256;
import org.bouncycastle.asn1.gnu.GNUObjectIdentifiers;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.PGPContentSigner;
import org.bouncycastle.openpgp.operator.PGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyConverter;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentSignerBuilder;

/** The subpackets of our signatures. They state file name and recipients, so that a replayed envelope is detected. */
final class SignatureSubpackets {

    /** The notation that carries the file's name (RFC 9580, section 5.2.3.24; {@code exchange-formats/README.md}). */
    static final String FILE_NOTATION = "file@exchange.jinbo";

    private SignatureSubpackets() {}

    static PGPSignatureGenerator begin(
            UnlockedSecretKey.Pair signer, SealRequest request, Optional<PrecomputedHashSigner> hashSigner)
            throws PGPException {
        PGPPublicKey key = signer.publicKey();
        PGPSignatureSubpacketGenerator hashed = new PGPSignatureSubpacketGenerator();
        hashed.setSignatureCreationTime(false, Date.from(request.at()));
        hashed.setIssuerFingerprint(false, key);
        hashed.addNotationData(false, true, FILE_NOTATION, request.fileName());
        request.recipients().stream()
                .sorted(Comparator.comparing(Certificate::fingerprint))
                .forEach(recipient -> hashed.addIntendedRecipientFingerprint(
                        false, recipient.keys().get(0)));
        PGPSignatureSubpacketGenerator unhashed = new PGPSignatureSubpacketGenerator();
        unhashed.setIssuerKeyID(false, key.getKeyID());
        PGPContentSignerBuilder builder = hashSigner.isPresent()
                ? (type, sameKey) -> hashSigner.get()
                : new JcaPGPContentSignerBuilder(
                        key.getAlgorithm(), KeyAlgorithm.of(key).leastHash().id());
        PGPSignatureGenerator signature = new PGPSignatureGenerator(builder, key);
        signature.init(PGPSignature.BINARY_DOCUMENT, signer.privateKey());
        signature.setHashedSubpackets(hashed.generate());
        signature.setUnhashedSubpackets(unhashed.generate());
        return signature;
    }

    /**
     * Signs content that was hashed earlier; only the state of the hash function is needed. A signature of version 4
     * hashes first the content and then its own fields (RFC 9580, section 5.2.4), so the hash can be continued. Ed25519
     * signs the result (section 5.2.3.4).
     */
    static final class PrecomputedHashSigner implements PGPContentSigner {

        private final PGPPublicKey key;
        private final AsymmetricKeyParameter secret;
        private Sha256 hash = new Sha256();

        private PrecomputedHashSigner(PGPPublicKey key, AsymmetricKeyParameter secret) {
            this.key = key;
            this.secret = secret;
        }

        /** Returns empty if the key makes signatures other than Ed25519 over SHA-256 in version 4. */
        static Optional<PrecomputedHashSigner> forKey(UnlockedSecretKey.Pair signer) throws PGPException {
            PGPPublicKey key = signer.publicKey();
            KeyAlgorithm algorithm = KeyAlgorithm.of(key);
            boolean ed25519 = key.getAlgorithm() == PublicKeyAlgorithmTags.Ed25519
                    || algorithm
                            .curve()
                            .filter(GNUObjectIdentifiers.Ed25519.getId()::equals)
                            .isPresent();
            return ed25519
                            && key.getVersion() == PublicKeyPacket.VERSION_4
                            && algorithm.leastHash().id() == HashAlgorithmTags.SHA256
                    ? Optional.of(
                            new PrecomputedHashSigner(key, new BcPGPKeyConverter().getPrivateKey(signer.privateKey())))
                    : Optional.empty();
        }

        void resumeFrom(Sha256 content) {
            hash = content.copy();
        }

        @Override
        public OutputStream getOutputStream() {
            return new OutputStream() {
                @Override
                public void write(int octet) {
                    write(new byte[] {(byte) octet}, 0, 1);
                }

                @Override
                public void write(byte[] buffer, int offset, int length) {
                    // the library gets this stream before resumeFrom replaces the hash
                    hash.add(buffer, offset, length);
                }
            };
        }

        @Override
        public byte[] getSignature() {
            byte[] digest = getDigest();
            Ed25519Signer signer = new Ed25519Signer();
            signer.init(true, secret);
            signer.update(digest, 0, digest.length);
            return signer.generateSignature();
        }

        @Override
        public byte[] getDigest() {
            return hash.copy().bytes();
        }

        @Override
        public int getType() {
            return PGPSignature.BINARY_DOCUMENT;
        }

        @Override
        public int getHashAlgorithm() {
            return HashAlgorithmTags.SHA256;
        }

        @Override
        public int getKeyAlgorithm() {
            return key.getAlgorithm();
        }

        @Override
        public long getKeyID() {
            return key.getKeyID();
        }
    }
}
