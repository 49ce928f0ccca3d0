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
import jinbo.exchange.openpgp.SignatureSubpackets.PrecomputedHashSigner;
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
 * Seals content into a binary envelope: signs, compresses and encrypts in one pass with bounded memory. Uses integrity
 * protection version 1 (SEIPD) with AES-256, which all versions of GnuPG read.
 */
public record Sealer(SecretKeys keys, CryptoPolicy policy, Compression compression) {

    private static final int BUFFER = 1 << 16;
    private static final byte NEW_FORMAT_LITERAL = (byte) 0xCB;
    private static final byte FOUR_OCTET_LENGTH = (byte) 0xFF;
    private static final int LITERAL_FIELDS = 6;

    /** A packet with a known length has at most 2^32 - 1 octets in its body. */
    static final long LONGEST_CONTENT = 0xFFFF_FFFFL - LITERAL_FIELDS;

    /**
     * Seals content. Flushes the output and leaves it open. After an exception, the output contains a partial envelope.
     *
     * @throws UnusableKeyException if a certificate has no usable key at the time of the request; then nothing has been
     *     written
     */
    public SealResult seal(ContentWriter content, SealRequest request, OutputStream out) throws IOException {
        return seal(request, out, (signer, encrypted) -> signAndCompress(content, request, signer, encrypted));
    }

    /** Seals content in its own compressed form; {@link #compression} is used only if the content is too long. */
    public SealResult seal(DeflatedContent content, SealRequest request, OutputStream out) throws IOException {
        if (content.length() > LONGEST_CONTENT) {
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
        OutputStream buffered = new BufferedOutputStream(out, BUFFER);
        Sha256 sealed = new Sha256();
        try {
            Sha256 clear;
            try (OutputStream encrypted =
                    encryption.open(new HashingOutputStream(buffered, sealed::add), new byte[BUFFER])) {
                clear = layers.writeTo(signer, encrypted);
            }
            buffered.flush();
            return new SealResult(sealed.size(), sealed.hex(), clear.size(), clear.hex(), encryptedTo);
        } catch (PGPException e) {
            throw new IOException("The envelope for " + request.fileName() + " could not be sealed", e);
        }
    }

    private Sha256 signAndCompress(
            ContentWriter content, SealRequest request, UnlockedSecretKey.Pair signer, OutputStream encrypted)
            throws IOException, PGPException {
        Optional<PrecomputedHashSigner> hashSigner = PrecomputedHashSigner.forKey(signer);
        PGPSignatureGenerator signature = SignatureSubpackets.begin(signer, request, hashSigner);
        PGPCompressedDataGenerator packer =
                new PGPCompressedDataGenerator(compression.format().id(), compression.level());
        try (OutputStream compressed = new BufferedOutputStream(packer.open(encrypted, new byte[BUFFER]), BUFFER)) {
            signature.generateOnePassVersion(false).encode(compressed);
            Sha256 clear = new Sha256();
            try (OutputStream literal = new PGPLiteralDataGenerator()
                    .open(compressed, PGPLiteralData.BINARY, "", new Date(0), new byte[BUFFER])) {
                OutputStream hashed = hashSigner.isPresent()
                        ? new HashingOutputStream(literal, clear::add)
                        : signing(literal, signature, clear);
                OutputStream buffered = new BufferedOutputStream(hashed, BUFFER);
                content.writeTo(buffered);
                buffered.flush();
            }
            hashSigner.ifPresent(hash -> hash.resumeFrom(clear));
            signature.generate().encode(compressed);
            return clear;
        }
    }

    /** Puts the packets around the content into the deflate stream uncompressed, because they are short. */
    private static Sha256 signDeflated(
            DeflatedContent content, SealRequest request, UnlockedSecretKey.Pair signer, OutputStream encrypted)
            throws IOException, PGPException {
        Optional<PrecomputedHashSigner> hashSigner = PrecomputedHashSigner.forKey(signer);
        PGPSignatureGenerator signature = SignatureSubpackets.begin(signer, request, hashSigner);
        BCPGOutputStream packet = new BCPGOutputStream(encrypted, PacketTags.COMPRESSED_DATA, new byte[BUFFER]);
        packet.write(CompressionAlgorithmTags.ZIP);
        DeflateOutput deflate = new DeflateOutput(packet);
        ByteArrayOutputStream before = new ByteArrayOutputStream();
        signature.generateOnePassVersion(false).encode(before);
        before.write(literalHeader(content.length()));
        deflate.stored(before.toByteArray());
        Sha256 clear = hashSigner.isPresent() ? content.deflateTo(packet) : new Sha256();
        if (hashSigner.isEmpty()) {
            content.writeTo(signing(OutputStream.nullOutputStream(), signature, clear), packet);
        }
        requireLength(content, request, clear.size());
        hashSigner.ifPresent(hash -> hash.resumeFrom(clear));
        deflate.finish(signature.generate().getEncoded());
        packet.finish();
        return clear;
    }

    /** The header of a binary literal packet without name and date (RFC 9580, sections 4.2.1 and 5.9). */
    static byte[] literalHeader(long contentLength) {
        return ByteBuffer.allocate(6 + LITERAL_FIELDS)
                .put(NEW_FORMAT_LITERAL)
                .put(FOUR_OCTET_LENGTH)
                .putInt((int) (contentLength + LITERAL_FIELDS))
                .put((byte) 'b')
                .put((byte) 0)
                .putInt(0)
                .array();
    }

    private static void requireLength(DeflatedContent content, SealRequest request, long written) {
        if (written != content.length()) {
            throw new IllegalStateException("The content of " + request.fileName() + " has " + written
                    + " bytes and not the " + content.length() + " that it declared");
        }
    }

    private static OutputStream signing(OutputStream out, PGPSignatureGenerator signature, Sha256 clear) {
        return new HashingOutputStream(out, (buffer, offset, length) -> {
            signature.update(buffer, offset, length);
            clear.add(buffer, offset, length);
        });
    }

    private PGPPublicKey encryptionKey(Certificate recipient, SealRequest request) {
        return recipient.usableKeys(KeyUse.ENCRYPT, request.at(), policy).stream()
                .findFirst()
                .orElseThrow(() -> new UnusableKeyException(
                        UnusableKeyError.NOT_GOOD_TO_ENCRYPT, recipient.fingerprint(), request.at()));
    }

    @FunctionalInterface
    private interface Layers {
        Sha256 writeTo(UnlockedSecretKey.Pair signer, OutputStream encrypted) throws IOException, PGPException;
    }

    @FunctionalInterface
    public interface ContentWriter {

        void writeTo(OutputStream clear) throws IOException;
    }

    /** Passes bytes on and adds them to a hash; neither flushes nor closes the other stream. */
    private static final class HashingOutputStream extends OutputStream {

        private final OutputStream out;
        private final Hash hash;

        HashingOutputStream(OutputStream out, Hash hash) {
            this.out = out;
            this.hash = hash;
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            out.write(buffer, offset, length);
            hash.update(buffer, offset, length);
        }

        private interface Hash {
            void update(byte[] buffer, int offset, int length);
        }
    }

    /**
     * @param contentSha256 the hash of the clear content; it can confirm a guess of short content
     * @param encryptedTo primary fingerprints of the recipients
     */
    public record SealResult(
            long size, String sha256, long contentSize, String contentSha256, Set<Fingerprint> encryptedTo) {

        public SealResult {
            encryptedTo = Collections.unmodifiableSet(new TreeSet<>(encryptedTo));
        }

        /** Omits the hash of the content, because it must not get into a log. */
        @Override
        public String toString() {
            return "Sealed[size=" + size + ", sha256=" + sha256 + ", contentSize=" + contentSize + ", encryptedTo="
                    + encryptedTo + "]";
        }
    }

    /** Content that supplies its own compressed form, because its producer knows where it repeats. */
    public interface DeflatedContent {

        long length();

        /**
         * @param deflated receives blocks of a deflate stream (RFC 1951), which must not refer to anything earlier in
         *     the stream. None is marked as the final block, and the last one ends on a byte boundary
         */
        void writeTo(OutputStream clear, OutputStream deflated) throws IOException;

        /** Writes only the deflated form, and returns the hash of the clear content. */
        default Sha256 deflateTo(OutputStream deflated) throws IOException {
            Sha256 clear = new Sha256();
            writeTo(clear.stream(), deflated);
            return clear;
        }
    }
}
