package jinbo.exchange.openpgp;

import java.util.Comparator;
import java.util.Date;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.PGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentSignerBuilder;

/**
 * What our signature says besides the content: the file's name and for whom it is, so that an old envelope, or somebody
 * else's, put in its place is found out.
 */
final class SignatureSubpackets {

    /** The notation that carries the file's name (RFC 9580, section 5.2.3.24; {@code exchange-formats}, the drop). */
    static final String FILE_NOTATION = "file@exchange.jinbo";

    private SignatureSubpackets() {}

    static PGPSignatureGenerator begin(UnlockedSecretKey.Pair signer, SealRequest request) throws PGPException {
        PGPPublicKey key = signer.publicKey();
        if (PrecomputedHashSigner.supports(key)) {
            PrecomputedHashSigner ofHash = PrecomputedHashSigner.with(signer);
            return begin(signer, request, (type, sameKey) -> ofHash);
        }
        return begin(
                signer,
                request,
                new JcaPGPContentSignerBuilder(
                        key.getAlgorithm(), KeyAlgorithm.of(key).leastHash().id()));
    }

    /** The same with what makes the signature in the end. */
    static PGPSignatureGenerator begin(
            UnlockedSecretKey.Pair signer, SealRequest request, PGPContentSignerBuilder signs) throws PGPException {
        PGPPublicKey key = signer.publicKey();
        PGPSignatureSubpacketGenerator statement = new PGPSignatureSubpacketGenerator();
        statement.setSignatureCreationTime(false, Date.from(request.at()));
        statement.setIssuerFingerprint(false, key);
        statement.addNotationData(false, true, FILE_NOTATION, request.fileName());
        request.recipients().stream()
                .sorted(Comparator.comparing(Certificate::fingerprint))
                .forEach(recipient -> statement.addIntendedRecipientFingerprint(
                        false, recipient.keys().get(0)));
        PGPSignatureSubpacketGenerator hint = new PGPSignatureSubpacketGenerator();
        hint.setIssuerKeyID(false, key.getKeyID());
        PGPSignatureGenerator signature = new PGPSignatureGenerator(signs, key);
        signature.init(PGPSignature.BINARY_DOCUMENT, signer.privateKey());
        signature.setHashedSubpackets(statement.generate());
        signature.setUnhashedSubpackets(hint.generate());
        return signature;
    }
}
