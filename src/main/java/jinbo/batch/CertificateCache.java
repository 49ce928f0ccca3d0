package jinbo.batch;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import jinbo.exchange.openpgp.Certificate;

/**
 * Certificates by their bytes: which signatures of one verify depends on these alone and is then found out once, and not for each
 * file that is sealed to it.
 */
final class CertificateCache {

    private static final int MOST = 200;

    /** Ten times what people have; of a larger one nothing is kept, so that all of them are some megabytes at most. */
    private static final int LARGEST = 32 * 1024;

    private final Map<ByteBuffer, Certificate> known = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Certificate> eldest) {
            return size() > MOST;
        }
    };

    /**
     * The certificate that {@link Certificate#encoded} gave these bytes of.
     *
     * @throws jinbo.exchange.openpgp.UnusableKeyException if it is anything else
     */
    synchronized Certificate of(byte[] encoded) {
        if (encoded.length > LARGEST) {
            return Certificate.parse(encoded);
        }
        return known.computeIfAbsent(ByteBuffer.wrap(encoded.clone()), bytes -> Certificate.parse(bytes.array()));
    }
}
