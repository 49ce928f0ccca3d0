package jinbo.exchange.openpgp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPOnePassSignature;
import org.bouncycastle.openpgp.PGPSignature;

/**
 * What a one-pass signature announces (RFC 9580, section 5.4): version 3 by the key's id, version 6 by its fingerprint and with
 * the salt that is hashed first.
 */
final class OnePassSignature {

    private final PGPOnePassSignature onePass;

    private OnePassSignature(PGPOnePassSignature onePass) {
        this.onePass = onePass;
    }

    /** Reads the one that is accepted: over binary content, of a signature that is the only one. */
    static OnePassSignature of(byte[] body) throws IOException {
        PacketInput packetInput = new PacketInput(body);
        int version = packetInput.readOctet();
        int type = packetInput.readOctet();
        int hash = packetInput.readOctet();
        packetInput.readOctet();
        if (version == 6) {
            SignatureGrammar.salt(packetInput, hash);
            packetInput.bytes(Packet.fingerprintLength(6));
        } else if (version == 3) {
            packetInput.bytes(8);
        } else {
            throw EnvelopeException.invalid("A one-pass signature has version " + version + "; 3 and 6 are read");
        }
        if (packetInput.readOctet() != 1 || packetInput.remaining() > 0) {
            throw EnvelopeException.invalid("There is not one one-pass signature: sign with one key only");
        }
        if (type != PGPSignature.BINARY_DOCUMENT) {
            String detail = "The signature is not over binary content: sign without --textmode";
            throw type == PGPSignature.CANONICAL_TEXT_DOCUMENT
                    ? EnvelopeException.invalid(detail, EnvelopeAdvice.TEXT_SIGNATURE)
                    : EnvelopeException.invalid(detail);
        }
        try {
            return new OnePassSignature(new PGPOnePassSignature(
                    new Packet(Packet.ONE_PASS_SIGNATURE, new ByteArrayInputStream(body)).toBcpgInputStream()));
        } catch (PGPException e) {
            throw EnvelopeException.invalid("The one-pass signature cannot be read");
        }
    }

    PGPOnePassSignature onePass() {
        return onePass;
    }

    int hash() {
        return onePass.getHashAlgorithm();
    }

    /** The version that the signature must have, and the key that makes it (section 5.2.3.1). */
    int signatureVersion() {
        return onePass.getVersion() == 3 ? 4 : onePass.getVersion();
    }

    /** The accepted signers' keys that it may mean. */
    SignerKeys among(Set<AcceptedSigner> accepted) {
        return new SignerKeys(SignerKeys.among(accepted, onePass.getKeyID()).found().stream()
                .filter(candidate -> candidate.key().getVersion() == signatureVersion())
                .filter(candidate -> onePass.getVersion() == 3
                        || Arrays.equals(candidate.key().getFingerprint(), onePass.getFingerprint()))
                .toList());
    }

    boolean isOf(PGPSignature signature) {
        return signature.getVersion() == signatureVersion()
                && signature.getSignatureType() == onePass.getSignatureType()
                && signature.getHashAlgorithm() == onePass.getHashAlgorithm()
                && signature.getKeyAlgorithm() == onePass.getKeyAlgorithm();
    }
}
