package jinbo.envelope;

import java.time.Instant;
import java.util.Optional;

/**
 * One row of the {@link CryptoPolicy}.
 *
 * @param kind what the algorithm is for
 * @param id its number in OpenPGP (RFC 9580, section 9), or for a curve its object identifier
 * @param name as people write it
 * @param until from when on it is accepted no more; empty while it is good
 */
public record AcceptedAlgorithm(Kind kind, String id, String name, Optional<Instant> until) {

    /** What an algorithm is for. */
    public enum Kind {
        HASH,
        SYMMETRIC,
        COMPRESSION,
        PUBLIC_KEY,
        CURVE
    }

    boolean is(Kind wanted, String wantedId, Instant at) {
        return kind == wanted && id.equals(wantedId) && until.map(at::isBefore).orElse(true);
    }
}
