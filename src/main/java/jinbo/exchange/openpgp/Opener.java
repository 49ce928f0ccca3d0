package jinbo.exchange.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens envelopes: decrypts them and verifies signatures, as a stream in bounded memory; writes nothing to disk. */
public record Opener(SecretKeys ours, CryptoPolicy policy) {

    /**
     * Opens one envelope, binary or armored. The reader gets the content before it is verified, but not if the signer
     * is unknown. The reader's value or exception is passed on after verification, and discarded if the envelope is
     * refused.
     *
     * @throws IOException if the sealed stream itself fails, or the reader throws one
     */
    public <T> OpenResult<T> open(InputStream sealed, OpenRequest request, PlaintextReader<T> reader)
            throws IOException {
        SealedInputStream source =
                new SealedInputStream(sealed, request.limits().sealedBytes());
        SignedMessageReader.Unreleased<T> unreleased;
        SignatureValidator.Signer signer;
        try {
            unreleased = new EnvelopeParser<>(ours, policy, request, reader).parse(source);
            signer = validate(unreleased, request);
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

    private SignatureValidator.Signer validate(SignedMessageReader.Unreleased<?> unreleased, OpenRequest request)
            throws EnvelopeException {
        if (unreleased.keys().isUnknown()) {
            throw EnvelopeException.signer("The message is signed by the key with the id "
                    + "%016X".formatted(unreleased.signature().getKeyID())
                    + ", which is none of the accepted signers'");
        }
        if (!unreleased.verified()) {
            throw EnvelopeException.invalid("The signature does not fit the content");
        }
        return new SignatureValidator(ours, policy, request).validate(unreleased.signature(), unreleased.keys());
    }

    /** Reports only the type of unexpected exceptions, because their messages may quote the content. */
    private static <T> OpenResult<T> refused(Throwable error) {
        return error instanceof EnvelopeException bad
                ? new OpenResult.Refused<>(bad.fault(), bad.operatorDetail(), bad.advice())
                : new OpenResult.Refused<>(
                        EnvelopeFault.ENVELOPE_INVALID,
                        "The message cannot be read: " + error.getClass().getSimpleName(),
                        Optional.empty());
    }

    /** Limits the size of the envelope, and remembers failures of the source, which are not faults of the envelope. */
    private static final class SealedInputStream extends BulkInputStream {

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

        Optional<IOException> failure() {
            return Optional.ofNullable(failure);
        }
    }
}
