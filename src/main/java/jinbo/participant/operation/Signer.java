package jinbo.participant.operation;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Who asks for an operation, as the document says that is signed.
 *
 * @param exchange for which it is meant, by the name of its access log; older versions have stored documents without it
 * @param nonce 32 hex digits that no other document has
 */
public record Signer(Optional<String> exchange, String by, Instant at, String nonce) {

    private static final int NONCE_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Of a new document. */
    public static Signer of(String exchange, String by, Instant at) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return new Signer(Optional.of(exchange), by, at, HexFormat.of().formatHex(nonce));
    }
}
