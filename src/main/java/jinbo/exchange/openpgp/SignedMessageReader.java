package jinbo.exchange.openpgp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jinbo.exchange.openpgp.EnvelopeParser.CountingInputStream;
import jinbo.exchange.openpgp.SignedMessageReader.SignerKeys.Candidate;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPOnePassSignature;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentVerifierBuilderProvider;
import org.jspecify.annotations.Nullable;

/**
 * Reads the innermost layer, which must consist of a one-pass signature packet, a literal packet and a signature
 * packet. Withholds the reader's result until the signature has been verified.
 */
record SignedMessageReader<T>(OpenRequest request, CryptoPolicy policy, PlaintextReader<T> reader) {

    /** The result, withheld until the outer layers have ended; without outcome if the signer is unknown. */
    record Unreleased<T>(
            Optional<ReaderOutcome<T>> outcome,
            SignerKeys keys,
            PGPSignature signature,
            boolean verified,
            long bytes) {}

    /** The reader's value or exception. Both may reveal content, so they are withheld until verification. */
    interface ReaderOutcome<T> {

        T release() throws IOException;

        static <T> ReaderOutcome<T> of(PlaintextReader<T> reader, PlaintextInputStream clear) {
            try {
                T value = reader.read(clear);
                return () -> value;
            } catch (IOException e) {
                return () -> {
                    throw e;
                };
            } catch (RuntimeException e) {
                return () -> {
                    throw e;
                };
            }
        }
    }

    Unreleased<T> read(PacketReader layer, Packet first, CountingInputStream packed) throws IOException {
        if (first.tag() != Packet.ONE_PASS_SIGNATURE) {
            throw first.tag() == Packet.LITERAL
                    ? EnvelopeException.invalid("The content is not signed", EnvelopeAdvice.NOT_SIGNED)
                    : EnvelopeException.invalid(
                            "A packet of type " + first.tag() + " stands where a one-pass signature should be");
        }
        OnePassSignature announced = OnePassSignature.parse(first.readBody());
        PGPOnePassSignature onePass = announced.onePass();
        if (!policy.accepts(AlgorithmRule.Kind.HASH, onePass.getHashAlgorithm(), request.receivedAt())) {
            throw EnvelopeException.invalid(
                    "The signature's hash, number " + onePass.getHashAlgorithm() + ", is too weak or not accepted");
        }
        SignerKeys keys = announced.findKeys(request.acceptedSigners());
        PlaintextObserver hash = keys.isUnknown() ? (buffer, offset, length) -> {} : begin(onePass, keys);
        PlaintextInputStream clear = new PlaintextInputStream(literal(layer), hash, request, packed);
        Optional<ReaderOutcome<T>> outcome =
                keys.isUnknown() ? Optional.empty() : Optional.of(ReaderOutcome.of(reader, clear));
        if (clear.damage().isPresent()) {
            throw clear.damage().get();
        }
        clear.transferTo(OutputStream.nullOutputStream());
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
        // name and date are not signed, and therefore skipped
        int nameLength = PacketReader.readOctet(body);
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
            if (!announced.announces(signature)) {
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

    private record OnePassSignature(PGPOnePassSignature onePass) {

        /** Accepts only a signature over binary content, and only if the message has no other signature. */
        static OnePassSignature parse(byte[] body) throws IOException {
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
                throw EnvelopeException.invalid("The message has not exactly one signature: sign with one key only");
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

        /** The version of the signature, and of the key that makes it (section 5.2.3.1). */
        private int signatureVersion() {
            return onePass.getVersion() == 3 ? 4 : onePass.getVersion();
        }

        SignerKeys findKeys(Set<AcceptedSigner> accepted) {
            return new SignerKeys(accepted.stream()
                    .flatMap(signer -> signer.certificate().keys().stream()
                            .filter(this::names)
                            .map(key -> new Candidate(key, signer)))
                    .toList());
        }

        private boolean names(PGPPublicKey key) {
            return key.getKeyID() == onePass.getKeyID()
                    && key.getVersion() == signatureVersion()
                    && (onePass.getVersion() == 3 || Arrays.equals(key.getFingerprint(), onePass.getFingerprint()));
        }

        boolean announces(PGPSignature signature) {
            return signature.getVersion() == signatureVersion()
                    && signature.getSignatureType() == onePass.getSignatureType()
                    && signature.getHashAlgorithm() == onePass.getHashAlgorithm()
                    && signature.getKeyAlgorithm() == onePass.getKeyAlgorithm();
        }
    }

    /** The accepted keys that a signature may be from; several if copies of a certificate are accepted. */
    record SignerKeys(List<Candidate> found) {

        record Candidate(PGPPublicKey key, AcceptedSigner signer) {}

        boolean isUnknown() {
            return found.isEmpty();
        }

        PGPPublicKey key() {
            return found.get(0).key();
        }

        List<Candidate> candidates() {
            return found.stream()
                    .filter(candidate -> Arrays.equals(candidate.key().getFingerprint(), key().getFingerprint()))
                    .toList();
        }
    }

    /**
     * The clear content for the reader. Passes it also to the signature and the observer, and enforces the limits.
     * Remembers faults of the outer layers, to distinguish them from exceptions of the reader.
     */
    private static final class PlaintextInputStream extends BulkInputStream {

        private final InputStream literal;
        private final PlaintextObserver signature;
        private final OpenRequest request;
        private final CountingInputStream packed;
        private long count;
        private long weight;
        private @Nullable EnvelopeException damage;

        PlaintextInputStream(
                InputStream literal, PlaintextObserver signature, OpenRequest request, CountingInputStream packed) {
            this.literal = literal;
            this.signature = signature;
            this.request = request;
            this.packed = packed;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (damage != null) {
                throw damage;
            }
            int read = readLiteral(buffer, offset, length);
            if (read > 0) {
                request.witness().observe(buffer, offset, read);
            }
            return read;
        }

        private int readLiteral(byte[] buffer, int offset, int length) throws IOException {
            try {
                int read = literal.read(buffer, offset, length);
                if (read > 0) {
                    count += read;
                    weight += request.weight().weigh(buffer, offset, read);
                    checkLimits();
                    signature.observe(buffer, offset, read);
                }
                return read;
            } catch (EnvelopeException e) {
                damage = e;
                throw e;
            } catch (IOException | RuntimeException | StackOverflowError e) {
                damage = EnvelopeException.invalid(
                        "Reading the content failed: " + e.getClass().getSimpleName());
                throw damage;
            }
        }

        private void checkLimits() throws EnvelopeException {
            EnvelopeLimits limits = request.limits();
            if (count > limits.clearBytes()) {
                throw EnvelopeException.tooLarge(
                        "The content is larger than the " + limits.clearBytes() + " bytes allowed");
            }
            if (weight > 1 << 20 && weight / limits.ratio() > packed.count()) {
                throw EnvelopeException.tooLarge(
                        "The content is more than " + limits.ratio() + " times its compressed size");
            }
        }

        long count() {
            return count;
        }

        Optional<EnvelopeException> damage() {
            return Optional.ofNullable(damage);
        }
    }
}
