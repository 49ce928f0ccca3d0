package jinbo.exchange.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Opens envelopes: decrypts, verifies, and releases what was read only when everything holds. Streams, with bounded memory
 * and no clear text on disk.
 */
public final class Opener {

    private final SecretKeys ours;
    private final CryptoPolicy policy;

    public Opener(SecretKeys ours, CryptoPolicy policy) {
        this.ours = ours;
        this.policy = policy;
    }

    /**
     * Opens one envelope, binary or armored. Whatever is wrong with it is a {@link Opening.Refused}.
     *
     * <p>The reader is asked while the content is still unverified. What it returns is released, and an
     * {@code IOException} or {@code RuntimeException} of its own is thrown on, only after all has been verified; if the
     * envelope is bad, it is refused and both are forgotten. A reader is not asked at all if the signer is unknown.
     *
     * @throws IOException if the sealed stream itself fails, and from the reader
     */
    public <T> Opening<T> open(InputStream sealed, OpenRequest request, ClearTextReader<T> reader) throws IOException {
        SealedSource source = new SealedSource(sealed, request.limits().sealedBytes());
        SignedContent.Unreleased<T> unreleased;
        SignatureJudge.Signer signer;
        try {
            unreleased = new EnvelopeWalk<>(ours, policy, request, reader).walk(source);
            signer = judge(unreleased, request);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            if (source.failure().isPresent()) {
                throw source.failure().get();
            }
            return refused(e);
        }
        T value = unreleased.outcome().orElseThrow().release();
        return new Opening.Opened<>(value, signer.certificate(), signer.key(), signer.signedAt(), unreleased.bytes());
    }

    private SignatureJudge.Signer judge(SignedContent.Unreleased<?> unreleased, OpenRequest request)
            throws BadEnvelope {
        if (unreleased.keys().isUnknown()) {
            throw BadEnvelope.signer("The message is signed by the key with the id "
                    + "%016X".formatted(unreleased.signature().getKeyID())
                    + ", which is none of the accepted signers'");
        }
        if (!unreleased.verified()) {
            throw BadEnvelope.invalid("The signature does not fit the content");
        }
        return new SignatureJudge(ours, policy, request).judge(unreleased.signature(), unreleased.keys());
    }

    /** Texts of other exceptions may quote the content, so only their kind is told. */
    private static <T> Opening<T> refused(Throwable error) {
        return error instanceof BadEnvelope bad
                ? new Opening.Refused<>(bad.fault(), bad.operatorDetail(), bad.advice())
                : new Opening.Refused<>(
                        EnvelopeFault.ENVELOPE_INVALID,
                        "The message cannot be read: " + error.getClass().getSimpleName(),
                        Optional.empty());
    }
}
