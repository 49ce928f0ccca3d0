package jinbo.exchange.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import jinbo.exchange.openpgp.EnvelopeParser.CountingInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The clear content for the reader: passes it to signature and witness, and enforces the limits. Keeps a fault of the
 * layers below, to distinguish it from an exception of the reader.
 */
final class PlaintextInputStream extends BulkInputStream {

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
