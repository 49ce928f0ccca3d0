package jinbo.exchange.openpgp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPOnePassSignature;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentVerifierBuilderProvider;

/**
 * The innermost layer: one-pass signature, literal, signature, in this order and nothing else. Lets the reader read, and
 * keeps what it made until the signature has verified.
 */
record SignedMessageReader<T>(OpenRequest request, CryptoPolicy policy, PlaintextReader<T> reader) {

    /**
     * What was read, not to be released before the layers around it have ended well.
     *
     * @param outcome of the reader; empty if the signer is unknown and the reader was not asked
     */
    record Unreleased<T>(
            Optional<ReaderOutcome<T>> outcome,
            SignerKeys keys,
            PGPSignature signature,
            boolean verified,
            long bytes) {}

    Unreleased<T> read(PacketReader layer, Packet first, CountingInputStream packed) throws IOException {
        if (first.tag() != Packet.ONE_PASS_SIGNATURE) {
            throw first.tag() == Packet.LITERAL
                    ? EnvelopeException.invalid("The content is not signed", EnvelopeAdvice.NOT_SIGNED)
                    : EnvelopeException.invalid(
                            "A packet of type " + first.tag() + " stands where a one-pass signature should be");
        }
        OnePassSignature announced = OnePassSignature.of(first.readBody());
        if (!policy.accepts(AlgorithmRule.Kind.HASH, announced.hash(), request.receivedAt())) {
            throw EnvelopeException.invalid(
                    "The signature's hash, number " + announced.hash() + ", is too weak or not accepted");
        }
        PGPOnePassSignature onePass = announced.onePass();
        SignerKeys keys = announced.among(request.acceptedSigners());
        PlaintextObserver hash = keys.isUnknown() ? (buffer, offset, length) -> {} : begin(onePass, keys);
        PlaintextInputStream clear = new PlaintextInputStream(literal(layer), hash, request, packed);
        Optional<ReaderOutcome<T>> outcome =
                keys.isUnknown() ? Optional.empty() : Optional.of(ReaderOutcome.of(reader, clear));
        if (clear.damage().isPresent()) {
            throw clear.damage().get();
        }
        clear.drain();
        PGPSignature signature = signature(layer, announced);
        layer.expectEnd("the signature");
        boolean verified = !keys.isUnknown() && verify(onePass, signature);
        return new Unreleased<>(outcome, keys, signature, verified, clear.count());
    }

    private static PlaintextObserver begin(PGPOnePassSignature onePass, SignerKeys keys) throws EnvelopeException {
        try {
            onePass.init(new JcaPGPContentVerifierBuilderProvider(), keys.key());
            return onePass::update;
        } catch (PGPException e) {
            throw EnvelopeException.invalid("The signature cannot be checked with the key that it names");
        }
    }

    private static InputStream literal(PacketReader layer) throws IOException {
        InputStream body = layer.expect(Packet.LITERAL, "the content").body();
        int format = body.read();
        if (format != 'b' && format != 't' && format != 'u') {
            throw EnvelopeException.invalid("The content has an unknown format");
        }
        // name and date are not signed, and so not looked at
        int nameLength = PacketLength.octet(body);
        if (body.readNBytes(nameLength + 4).length < nameLength + 4) {
            throw EnvelopeException.invalid("The content ends before it begins");
        }
        return body;
    }

    private static PGPSignature signature(PacketReader layer, OnePassSignature announced) throws IOException {
        byte[] body = layer.expect(Packet.SIGNATURE, "the signature").readBody();
        SignatureGrammar.check(body);
        try {
            PGPSignature signature =
                    new PGPSignature(new Packet(Packet.SIGNATURE, new ByteArrayInputStream(body)).toBcpgInputStream());
            if (!announced.isOf(signature)) {
                throw EnvelopeException.invalid("The signature is not the one that was announced");
            }
            return signature;
        } catch (PGPException e) {
            throw EnvelopeException.invalid("The signature cannot be read");
        }
    }

    private static boolean verify(PGPOnePassSignature onePass, PGPSignature signature) throws EnvelopeException {
        try {
            return onePass.verify(signature);
        } catch (PGPException e) {
            throw EnvelopeException.invalid("The signature cannot be checked");
        }
    }

    /**
     * What came of the reader: a value or an error of its own, both kept until the envelope is verified, because both may
     * tell of the content.
     */
    sealed interface ReaderOutcome<T> {

        /** The value, or the error thrown. */
        T release() throws IOException;

        record Value<T>(T value) implements ReaderOutcome<T> {
            @Override
            public T release() {
                return value;
            }
        }

        /** A failing source of the reader's own. */
        record Failed<T>(IOException error) implements ReaderOutcome<T> {
            @Override
            public T release() throws IOException {
                throw error;
            }
        }

        /** A refusal by the reader. */
        record Refused<T>(RuntimeException error) implements ReaderOutcome<T> {
            @Override
            public T release() {
                throw error;
            }
        }

        static <T> ReaderOutcome<T> of(PlaintextReader<T> reader, PlaintextInputStream clear) {
            try {
                return new Value<>(reader.read(clear));
            } catch (IOException e) {
                return new Failed<>(e);
            } catch (RuntimeException e) {
                return new Refused<>(e);
            }
        }
    }

    /**
     * What a one-pass signature announces (RFC 9580, section 5.4): version 3 by the key's id, version 6 by its
     * fingerprint and with the salt that is hashed first.
     */
    static final class OnePassSignature {

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
}
