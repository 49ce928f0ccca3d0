package jinbo.exchange.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens envelopes: decrypts, verifies, and releases what was read only when everything holds. Streams, with bounded memory
 * and no clear text on disk.
 */
public record Opener(SecretKeys ours, CryptoPolicy policy) {

    /**
     * Opens one envelope, binary or armored. Whatever is wrong with it is a {@link OpenResult.Refused}.
     *
     * <p>The reader is asked while the content is still unverified. What it returns is released, and an
     * {@code IOException} or {@code RuntimeException} of its own is thrown on, only after all has been verified; if the
     * envelope is bad, it is refused and both are forgotten. A reader is not asked at all if the signer is unknown.
     *
     * @throws IOException if the sealed stream itself fails, and from the reader
     */
    public <T> OpenResult<T> open(InputStream sealed, OpenRequest request, PlaintextReader<T> reader)
            throws IOException {
        SealedInputStream source =
                new SealedInputStream(sealed, request.limits().sealedBytes());
        SignedMessageReader.Unreleased<T> unreleased;
        SignatureValidator.Signer signer;
        try {
            unreleased = new EnvelopeParser<>(ours, policy, request, reader).walk(source);
            signer = judge(unreleased, request);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            if (source.failure().isPresent()) {
                throw source.failure().get();
            }
            return refused(e);
        }
        T value = unreleased.outcome().orElseThrow().release();
        return new OpenResult.Opened<>(
                value, signer.certificate(), signer.key(), signer.signedAt(), unreleased.bytes());
    }

    private SignatureValidator.Signer judge(SignedMessageReader.Unreleased<?> unreleased, OpenRequest request)
            throws EnvelopeException {
        if (unreleased.keys().isUnknown()) {
            throw EnvelopeException.signer("The message is signed by the key with the id "
                    + "%016X".formatted(unreleased.signature().getKeyID())
                    + ", which is none of the accepted signers'");
        }
        if (!unreleased.verified()) {
            throw EnvelopeException.invalid("The signature does not fit the content");
        }
        return new SignatureValidator(ours, policy, request).judge(unreleased.signature(), unreleased.keys());
    }

    /** Texts of other exceptions may quote the content, so only their kind is told. */
    private static <T> OpenResult<T> refused(Throwable error) {
        return error instanceof EnvelopeException bad
                ? new OpenResult.Refused<>(bad.fault(), bad.operatorDetail(), bad.advice())
                : new OpenResult.Refused<>(
                        EnvelopeFault.ENVELOPE_INVALID,
                        "The message cannot be read: " + error.getClass().getSimpleName(),
                        Optional.empty());
    }

    /** The bytes as received: counts them against the limit, and tells a failing disk from a bad envelope. */
    static final class SealedInputStream extends BulkInputStream {

        private final InputStream in;
        private final long limit;
        private long count;
        private @Nullable IOException failure;

        SealedInputStream(InputStream in, long limit) {
            this.in = in;
            this.limit = limit;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read;
            try {
                read = in.read(buffer, offset, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
            count += Math.max(0, read);
            if (count > limit) {
                throw EnvelopeException.tooLarge("The envelope is larger than the " + limit + " bytes allowed");
            }
            return read;
        }

        /** What the source itself threw, if it did: no fault of the envelope. */
        Optional<IOException> failure() {
            return Optional.ofNullable(failure);
        }
    }
}
