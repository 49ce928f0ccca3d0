package jinbo.exchange.openpgp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.bouncycastle.apache.bzip2.CBZip2InputStream;

/** Expands the compressed packet, and insists that nothing is hidden behind the compressed data. */
final class CompressionLayer implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final BufferedInputStream packed;
    private final Inflater inflater;
    private final InputStream expanded;

    private CompressionLayer(BufferedInputStream packed, int algorithm) throws IOException {
        this.packed = packed;
        this.inflater = new Inflater(algorithm == 1);
        this.expanded = switch (algorithm) {
            case 0 -> packed;
            case 1, 2 -> new BufferedInputStream(new InflaterInputStream(packed, inflater, BUFFER), BUFFER);
            default -> new BufferedInputStream(new CBZip2InputStream(packed), BUFFER);
        };
    }

    static CompressionLayer begin(Packet packet, CryptoPolicy policy, Instant at) throws IOException {
        int algorithm = packet.body().read();
        if (!policy.accepts(AlgorithmRule.Kind.COMPRESSION, algorithm, at) || algorithm > 3) {
            throw EnvelopeException.invalid("The compression, number " + algorithm + ", is not accepted");
        }
        return new CompressionLayer(new BufferedInputStream(packet.body(), BUFFER), algorithm);
    }

    InputStream expanded() {
        return expanded;
    }

    /** Insists that the packet ends where the compressed data ends. */
    void expectEnd() throws IOException {
        if (inflater.getRemaining() > 0 || packed.read() >= 0) {
            throw EnvelopeException.invalid("Something is hidden behind the compressed data");
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
