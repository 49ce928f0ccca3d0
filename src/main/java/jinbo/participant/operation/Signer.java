package jinbo.participant.operation;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Who has signed a document and when.
 *
 * @param exchange the origin of the access log of the exchange that the document is for; older versions name none
 */
public record Signer(Optional<String> exchange, String by, Instant at, String nonce) {

    private static final int NONCE_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Signer of(String exchange, String by, Instant at) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return new Signer(Optional.of(exchange), by, at, HexFormat.of().formatHex(nonce));
    }
}
