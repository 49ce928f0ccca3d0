package jinbo.exchange.openpgp;

import java.io.IOException;
import java.io.InputStream;

/** Clear text of an integrity-protected packet of version 2, of which the library hands out no chunk whose tag is wrong. */
final class AeadInputStream extends BulkInputStream {

    private final InputStream chunks;

    AeadInputStream(InputStream chunks) {
        this.chunks = chunks;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return chunks.read(buffer, offset, length);
        } catch (EnvelopeException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw notAuthentic();
        }
    }

    static EnvelopeException notAuthentic() {
        return EnvelopeException.invalid(
                "A chunk of the integrity protection is not authentic: damaged, truncated or tampered with");
    }
}
