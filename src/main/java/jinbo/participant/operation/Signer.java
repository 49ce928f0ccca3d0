package jinbo.participant.operation;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The signer of an operation document.
 *
 * @param exchange the access log of the intended exchange; missing in documents of older versions
 * @param nonce 32 hexadecimal digits, unique for each document
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
