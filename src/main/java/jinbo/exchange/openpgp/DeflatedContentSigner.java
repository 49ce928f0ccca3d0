package jinbo.exchange.openpgp;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import jinbo.platform.files.Sha256;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSignatureGenerator;

/** The signature of content that deflates itself: of its hash, which others may have made, where the key signs no more than that. */
final class DeflatedContentSigner {

    private final PGPSignatureGenerator signature;
    private final Optional<PrecomputedHashSigner> ofHash;

    private DeflatedContentSigner(PGPSignatureGenerator signature, Optional<PrecomputedHashSigner> ofHash) {
        this.signature = signature;
        this.ofHash = ofHash;
    }

    static DeflatedContentSigner begin(UnlockedSecretKey.Pair signer, SealRequest request) throws PGPException {
        if (!PrecomputedHashSigner.supports(signer.publicKey())) {
            return new DeflatedContentSigner(SignatureSubpackets.begin(signer, request), Optional.empty());
        }
        PrecomputedHashSigner ofHash = PrecomputedHashSigner.with(signer);
        return new DeflatedContentSigner(
                SignatureSubpackets.begin(signer, request, (type, key) -> ofHash), Optional.of(ofHash));
    }

    /** Writes the packet that stands before the content. */
    void writeOnePassSignature(OutputStream out) throws IOException, PGPException {
        signature.generateOnePassVersion(false).encode(out);
    }

    /**
     * Writes the content.
     *
     * @return the hash of it in the clear
     */
    Sha256 write(DeflatedContent content, OutputStream deflated) throws IOException {
        if (ofHash.isPresent()) {
            return content.deflateTo(deflated);
        }
        HashingOutputStream clear =
                new HashingOutputStream(new SigningOutputStream(OutputStream.nullOutputStream(), signature));
        content.writeTo(clear, deflated);
        return clear.digest();
    }

    /** The packet that stands behind the content. */
    byte[] end(Sha256 clear) throws IOException, PGPException {
        ofHash.ifPresent(signer -> signer.resumeFrom(clear));
        return signature.generate().getEncoded();
    }
}
