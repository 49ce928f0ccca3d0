package jinbo.consumer;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Limits codes for a number, for a network and in total; browsers that have proven the number are counted apart. */
@Component
@EnableConfigurationProperties(ConsumerSettings.class)
record CodeLimits(CodeChallenges challenges, VisitorCounts counts, ConsumerSettings settings) {

    private static final Duration DAY = CodeChallenges.KEPT;

    /** The part (1/n) of total limits for known browsers and for networks with few codes that day. */
    private static final int RESERVE = 3;

    /** A network's part (1/n) of its hourly limit that counts as few codes. */
    private static final int LITTLE = 10;

    /** Returns how long to wait, if the limit is reached. Requires the locks of number and network. */
    Optional<Duration> forNumber(CodeChallenges.Asked asked) {
        Instant now = asked.at();
        CodeChallenges.Before before = challenges.before(
                asked,
                asked.isKnown() ? settings.codesPerNumber() : settings.codesPerNumberInAll(),
                settings.codesPerNumber(),
                now.minus(DAY));
        return waits(before.last(), settings.pauseBetweenCodes(), now)
                .or(() -> waits(before.nthLast(), DAY, now))
                .or(() -> waits(before.nthLastOfNetwork(), DAY, now));
    }

    /**
     * Counts a code for its network and in total. Returns how long to wait if a limit is reached; the caller must then
     * roll back. The total counts come last, because their locks block all other visitors.
     */
    Optional<Duration> count(CodeChallenges.Asked asked) {
        Instant now = asked.at();
        boolean isFavoured = true;
        if (!asked.isKnown()) {
            OptionalInt inHour = counts.add(
                    VisitorCounts.Counter.CODES_OF_NETWORK_IN_HOUR, asked.network(), now, settings.codesPerAddress());
            if (inHour.isEmpty()) {
                return Optional.of(VisitorCounts.Counter.CODES_OF_NETWORK_IN_HOUR.untilEnd(now));
            }
            OptionalInt inDay = counts.add(
                    VisitorCounts.Counter.CODES_OF_NETWORK_IN_DAY,
                    asked.network(),
                    now,
                    settings.codesPerAddressInADay());
            if (inDay.isEmpty()) {
                return Optional.of(VisitorCounts.Counter.CODES_OF_NETWORK_IN_DAY.untilEnd(now));
            }
            isFavoured = inDay.getAsInt() <= Math.max(1, settings.codesPerAddress() / LITTLE);
        }
        boolean mayUseReserve = isFavoured;
        return countForAll(VisitorCounts.Counter.CODES_IN_MINUTE, settings.codesInAll(), mayUseReserve, now)
                .or(() -> countForAll(VisitorCounts.Counter.CODES_IN_DAY, settings.codesInADay(), mayUseReserve, now));
    }

    /** Refunds a code whose access could not begin. */
    void refund(CodeChallenges.Asked asked) {
        if (!asked.isKnown()) {
            counts.giveBack(VisitorCounts.Counter.CODES_OF_NETWORK_IN_HOUR, asked.network(), asked.at());
        }
        refundUnsent(asked);
    }

    /** Refunds a code that was not sent, except for the hourly count of its network: the access log has an entry. */
    void refundUnsent(CodeChallenges.Asked asked) {
        if (!asked.isKnown()) {
            counts.giveBack(VisitorCounts.Counter.CODES_OF_NETWORK_IN_DAY, asked.network(), asked.at());
        }
        counts.giveBack(VisitorCounts.Counter.CODES_IN_MINUTE, VisitorCounts.ALL, asked.at());
        counts.giveBack(VisitorCounts.Counter.CODES_IN_DAY, VisitorCounts.ALL, asked.at());
    }

    /** Refunds a proven code to its network, which may have many visitors. */
    void refundProven(CodeChallenges.Open open) {
        if (!open.isKnown()) {
            counts.giveBack(VisitorCounts.Counter.CODES_OF_NETWORK_IN_HOUR, open.network(), open.askedAt());
            counts.giveBack(VisitorCounts.Counter.CODES_OF_NETWORK_IN_DAY, open.network(), open.askedAt());
        }
    }

    private Optional<Duration> countForAll(VisitorCounts.Counter what, int most, boolean mayUseReserve, Instant now) {
        int room = mayUseReserve ? most : most - most / RESERVE;
        return counts.add(what, VisitorCounts.ALL, now, room).isPresent()
                ? Optional.empty()
                : Optional.of(what.untilEnd(now));
    }

    private static Optional<Duration> waits(Optional<Instant> last, Duration pause, Instant now) {
        return last.map(at -> Duration.between(now, at.plus(pause))).filter(left -> left.compareTo(Duration.ZERO) > 0);
    }
}
