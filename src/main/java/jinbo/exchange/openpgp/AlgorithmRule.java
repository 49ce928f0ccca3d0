package jinbo.exchange.openpgp;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * One row of the {@link CryptoPolicy}: until when an algorithm is accepted, or that it is refused.
 *
 * @param id the algorithm's number (RFC 9580, section 9), or the object identifier of a curve
 * @param leastBits the size in bits of the smallest RSA key; 0 for other algorithms
 * @param lastDay the last day (UTC) of acceptance
 * @param source the authority for the rule, or the reason for a refusal
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

    public enum Acceptance {
        YES,
        /** Accepted only if the association allows shorter RSA keys by its setting. */
        SETTING,
        NO
    }

    boolean isOf(Kind wanted, String wantedId) {
        return kind == wanted && id.equals(wantedId);
    }

    Optional<Instant> end() {
        return lastDay.map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    boolean accepts(Instant at) {
        return acceptance != Acceptance.NO
                && end().filter(end -> !at.isBefore(end)).isEmpty();
    }
}
