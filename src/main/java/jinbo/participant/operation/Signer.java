package jinbo.participant.operation;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The signer of an operation document.
 *
 * @param exchange name of the access log of the exchange that the document is meant for; documents of older versions
 *     have none
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
