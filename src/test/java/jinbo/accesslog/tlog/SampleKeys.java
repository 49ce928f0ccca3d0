package jinbo.accesslog.tlog;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import jinbo.platform.files.Sha256;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

final class SampleKeys {

    static final String LOG_NAME = "access-log.jinbo.invalid/vectors";

    /** The test key of Go's {@code golang.org/x/mod/sumdb/note}. */
    static final String PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String PETERS_SEED = "gQoUAtUUbI2E8kQzMPVAgOv5juF9nHT2JS/F1ccoMXM=";

    private SampleKeys() {}

    static NoteSigner log() {
        byte[] seed = Sha256.start()
                .digest("a throw-away key for the vectors of access-log/v1".getBytes(StandardCharsets.US_ASCII));
        return signer(LOG_NAME, seed);
    }

    static NoteSigner other(String name) {
        return signer(name, Sha256.start().digest(name.getBytes(StandardCharsets.UTF_8)));
    }

    static NoteSigner peter() {
        return signer("PeterNeumann", Base64.getDecoder().decode(PETERS_SEED));
    }

    private static NoteSigner signer(String name, byte[] seed) {
        return NoteSigner.of(name, new Ed25519PrivateKeyParameters(seed));
    }
}
