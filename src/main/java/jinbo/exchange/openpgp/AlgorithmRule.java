package jinbo.exchange.openpgp;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * One row of the {@link CryptoPolicy}.
 *
 * @param id its number in OpenPGP (RFC 9580, section 9), or for a curve its object identifier
 * @param leastBits of a key, where keys of the algorithm come in many sizes (RSA); 0 for all others
 * @param lastDay the last day (UTC) on which it is accepted; empty while no end is in sight
 * @param source who says so, or why it is refused
 */
public record AlgorithmRule(
        Kind kind,
        String id,
        String name,
        int leastBits,
        Acceptance acceptance,
        Optional<LocalDate> lastDay,
        boolean produced,
        String source) {

    public enum Kind {
        PUBLIC_KEY,
        CURVE,
        HASH,
        CIPHER,
        AEAD,
        COMPRESSION
    }

    /** Whether an algorithm is accepted from others. */
    public enum Acceptance {
        YES,
        /** Where the association has lowered the shortest RSA key by its setting. */
        SETTING,
        NO
    }

    boolean isOf(Kind wanted, String wantedId) {
        return kind == wanted && id.equals(wantedId);
    }

    /** From when on it is accepted no more. */
    Optional<Instant> end() {
        return lastDay.map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    boolean accepts(Instant at) {
        return acceptance != Acceptance.NO
                && end().filter(end -> !at.isBefore(end)).isEmpty();
    }
}
