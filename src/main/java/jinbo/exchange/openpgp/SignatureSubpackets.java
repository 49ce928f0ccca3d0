package jinbo.exchange.openpgp;

import java.util.Comparator;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.PGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentSignerBuilder;

/** The subpackets of our signatures: file name and recipients, which reveal a replayed envelope. */
final class SignatureSubpackets {

    /** The notation that carries the file's name (RFC 9580, section 5.2.3.24; {@code exchange-formats}, the drop). */
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
}
