package jinbo.exchange.openpgp;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jinbo.platform.deflate.DeflateOutput;
import jinbo.platform.files.Sha256;
import org.bouncycastle.bcpg.BCPGOutputStream;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.bcpg.PacketTags;
import org.bouncycastle.openpgp.PGPCompressedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.jcajce.JcePGPDataEncryptorBuilder;

/**
 * Seals content into an envelope: signs, compresses, encrypts, in one pass and with bounded memory. Binary, integrity
 * protection of version 1 with AES-256, which all of GnuPG's versions read.
 */
public record Sealer(SecretKeys keys, CryptoPolicy policy, Compression compression) {

    private static final int BUFFER = 1 << 16;

    /**
     * Seals what the writer writes; the output is flushed and not closed. After any exception it holds part of an
     * envelope, to be thrown away.
     *
     * @throws UnusableKeyException if our own or a recipient's certificate has no good key
     *     at the time of the request; nothing has been written then
     */
    public SealResult seal(ContentWriter content, SealRequest request, OutputStream out) throws IOException {
        return seal(request, out, (signer, encrypted) -> signAndCompress(content, request, signer, encrypted));
    }

    /** The same with content that compresses itself, whatever this would compress with. */
    public SealResult seal(DeflatedContent content, SealRequest request, OutputStream out) throws IOException {
        if (content.length() > LiteralPacketHeader.LONGEST_CONTENT) {
            SealResult sealResult =
                    seal(clear -> content.writeTo(clear, OutputStream.nullOutputStream()), request, out);
            requireLength(content, request, sealResult.contentSize());
            return sealResult;
        }
        return seal(request, out, (signer, encrypted) -> signDeflated(content, request, signer, encrypted));
    }

    private SealResult seal(SealRequest request, OutputStream out, Layers layers) throws IOException {
        UnlockedSecretKey.Pair signer = keys.signingPair(request.at(), policy);
        Set<Fingerprint> encryptedTo = new LinkedHashSet<>();
        PGPEncryptedDataGenerator encryption =
                new PGPEncryptedDataGenerator(new JcePGPDataEncryptorBuilder(policy.producedCipher())
                        .setWithIntegrityPacket(true)
                        .setSecureRandom(new SecureRandom()));
        for (Certificate recipient : request.recipients()) {
            encryption.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(encryptionKey(recipient, request)));
            encryptedTo.add(recipient.fingerprint());
        }
        try {
            HashingOutputStream sealed = new HashingOutputStream(new BufferedOutputStream(out, BUFFER));
            Sha256 clear;
            try (OutputStream encrypted = encryption.open(sealed, new byte[BUFFER])) {
                clear = layers.into(signer, encrypted);
            }
            sealed.flush();
            return new SealResult(sealed.size(), sealed.sha256(), clear.size(), clear.hex(), encryptedTo);
        } catch (PGPException e) {
            throw new IOException("The envelope for " + request.fileName() + " could not be sealed", e);
        }
    }

    private Sha256 signAndCompress(
            ContentWriter content, SealRequest request, UnlockedSecretKey.Pair signer, OutputStream encrypted)
            throws IOException, PGPException {
        PGPSignatureGenerator signature = SignatureSubpackets.begin(signer, request);
        PGPCompressedDataGenerator packer =
                new PGPCompressedDataGenerator(compression.format().id(), compression.level());
        try (OutputStream compressed = new BufferedOutputStream(packer.open(encrypted, new byte[BUFFER]), BUFFER)) {
            signature.generateOnePassVersion(false).encode(compressed);
            HashingOutputStream clear;
            try (OutputStream literal = new PGPLiteralDataGenerator()
                    .open(compressed, PGPLiteralData.BINARY, "", new Date(0), new byte[BUFFER])) {
                clear = new HashingOutputStream(new SigningOutputStream(literal, signature));
                BufferedOutputStream buffered = new BufferedOutputStream(clear, BUFFER);
                content.writeTo(buffered);
                buffered.flush();
            }
            signature.generate().encode(compressed);
            return clear.digest();
        }
    }

    /** The packets around the content are stored in the deflate stream as they are; they are too short to compress. */
    private static Sha256 signDeflated(
            DeflatedContent content, SealRequest request, UnlockedSecretKey.Pair signer, OutputStream encrypted)
            throws IOException, PGPException {
        DeflatedContentSigner signature = DeflatedContentSigner.begin(signer, request);
        BCPGOutputStream packet = new BCPGOutputStream(encrypted, PacketTags.COMPRESSED_DATA, new byte[BUFFER]);
        packet.write(CompressionAlgorithmTags.ZIP);
        DeflateOutput deflate = new DeflateOutput(packet);
        ByteArrayOutputStream before = new ByteArrayOutputStream();
        signature.writeOnePassSignature(before);
        before.write(LiteralPacketHeader.of(content.length()));
        deflate.stored(before.toByteArray());
        Sha256 clear = signature.write(content, packet);
        requireLength(content, request, clear.size());
        deflate.finish(signature.end(clear));
        packet.finish();
        return clear;
    }

    private static void requireLength(DeflatedContent content, SealRequest request, long written) {
        if (written != content.length()) {
            throw new IllegalStateException("The content of " + request.fileName() + " has " + written
                    + " bytes and not the " + content.length() + " that it has told");
        }
    }

    /** What is inside of the encryption. */
    @FunctionalInterface
    private interface Layers {
        Sha256 into(UnlockedSecretKey.Pair signer, OutputStream encrypted) throws IOException, PGPException;
    }

    private PGPPublicKey encryptionKey(Certificate recipient, SealRequest request) {
        return recipient.usableKeys(KeyUse.ENCRYPT, request.at(), policy).stream()
                .findFirst()
                .orElseThrow(() -> new UnusableKeyException(
                        UnusableKeyError.NOT_GOOD_TO_ENCRYPT, recipient.fingerprint(), request.at()));
    }

    /** The beginning of a literal data packet of known length (RFC 9580, sections 4.2.1 and 5.9): binary, without a name or date. */
    static final class LiteralPacketHeader {

        private static final byte NEW_FORMAT_TAG_11 = (byte) 0xCB;
        private static final byte FIVE_OCTETS = (byte) 0xFF;
        private static final int INSIDE = 6;

        /** What a length of five octets can say. */
        static final long LONGEST_CONTENT = 0xFFFF_FFFFL - INSIDE;

        private LiteralPacketHeader() {}

        static byte[] of(long contentLength) {
            return ByteBuffer.allocate(6 + INSIDE)
                    .put(NEW_FORMAT_TAG_11)
                    .put(FIVE_OCTETS)
                    .putInt((int) (contentLength + INSIDE))
                    .put((byte) 'b')
                    .put((byte) 0)
                    .putInt(0)
                    .array();
        }
    }

    /** The signature of content that deflates itself: of its hash, which others may have made, where the key signs no more than that. */
    static final class DeflatedContentSigner {

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

        /** @return the hash of it in the clear */
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

    /** Writes the clear content of an envelope while it is being sealed. */
    @FunctionalInterface
    public interface ContentWriter {

        /**
         * Writes all of the content; closing the stream is not its business.
         *
         * @throws IOException if the content cannot be had or the envelope not be written
         */
        void writeTo(OutputStream clear) throws IOException;
    }

    /** Shows a signature what passes to another stream. */
    static final class SigningOutputStream extends OutputStream {

        private final OutputStream out;
        private final PGPSignatureGenerator signature;

        SigningOutputStream(OutputStream out, PGPSignatureGenerator signature) {
            this.out = out;
            this.signature = signature;
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            signature.update(buffer, offset, length);
            out.write(buffer, offset, length);
        }
    }

    /** Counts and hashes what passes to another stream, which it does not close. */
    static final class HashingOutputStream extends OutputStream {

        private final OutputStream out;
        private final Sha256 sha256 = new Sha256();

        HashingOutputStream(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            out.write(buffer, offset, length);
            sha256.add(buffer, offset, length);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        /** The hash of what has passed, to be gone on with. */
        Sha256 digest() {
            return sha256;
        }

        long size() {
            return sha256.size();
        }

        /** The hash of all that has passed; asked once, at the end. */
        String sha256() {
            return sha256.hex();
        }
    }

    /**
     * @param sha256 of the envelope, 64 hex digits
     * @param contentSha256 of the clear content, 64 hex digits; for a short content it gives the content away
     * @param encryptedTo primary fingerprints of the recipients
     */
    public record SealResult(
            long size, String sha256, long contentSize, String contentSha256, Set<Fingerprint> encryptedTo) {

        public SealResult {
            encryptedTo = Collections.unmodifiableSet(new TreeSet<>(encryptedTo));
        }

        /** Leaves the hash of the content out, which must not get into a log line. */
        @Override
        public String toString() {
            return "Sealed[size=" + size + ", sha256=" + sha256 + ", contentSize=" + contentSize + ", encryptedTo="
                    + encryptedTo + "]";
        }
    }

    /**
     * Clear content that compresses itself, because it knows better than a general compressor where it repeats itself.
     */
    public interface DeflatedContent {

        /** How many bytes it has in the clear. */
        long length();

        /**
         * Writes all of it twice; closing the streams is not its business.
         *
         * @param clear takes it as it reads, to be signed
         * @param deflated takes blocks of a deflate stream (RFC 1951) that inflate to the same, none of them marked as
         *     the last, the last one ending with a whole byte; it must not refer to what stands before it
         * @throws IOException if the content cannot be had or the envelope not be written
         */
        void writeTo(OutputStream clear, OutputStream deflated) throws IOException;

        /**
         * The same where the clear content need not be seen, because its hash is all that is signed.
         *
         * @return the hash of the clear content, to be gone on with
         */
        default Sha256 deflateTo(OutputStream deflated) throws IOException {
            Sha256 clear = new Sha256();
            writeTo(clear.stream(), deflated);
            return clear;
        }
    }
}
