package jinbo.exchange.openpgp;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import jinbo.platform.files.Sha256;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSignatureGenerator;

/** The signature of content that deflates itself: of its hash, which others may have made, where the key signs no more than that. */
final class DeflatedSignature {

    private final PGPSignatureGenerator signature;
    private final Optional<HashSigner> ofHash;

    private DeflatedSignature(PGPSignatureGenerator signature, Optional<HashSigner> ofHash) {
        this.signature = signature;
        this.ofHash = ofHash;
    }

    static DeflatedSignature begin(OwnKey.Pair signer, SealRequest request) throws PGPException {
        if (!HashSigner.serves(signer.publicKey())) {
            return new DeflatedSignature(SignatureStatement.begin(signer, request), Optional.empty());
        }
        HashSigner ofHash = HashSigner.with(signer);
        return new DeflatedSignature(
                SignatureStatement.begin(signer, request, (type, key) -> ofHash), Optional.of(ofHash));
    }

    /** Writes the packet that stands before the content. */
    void announce(OutputStream out) throws IOException, PGPException {
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
        Measured clear = new Measured(new SignedOutput(OutputStream.nullOutputStream(), signature));
        content.writeTo(clear, deflated);
        return clear.soFar();
    }

    /** The packet that stands behind the content. */
    byte[] end(Sha256 clear) throws IOException, PGPException {
        ofHash.ifPresent(signer -> signer.goOnFrom(clear));
        return signature.generate().getEncoded();
    }
}
