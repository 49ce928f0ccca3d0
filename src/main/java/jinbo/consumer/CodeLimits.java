package jinbo.consumer;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Says whether one more code may be sent: nobody can have a stranger's telephone ring all day, go through numbers, or use up what is
 * there for all. What strangers ask for a number counts apart from what the browsers ask that have proven it before.
 */
@Component
@EnableConfigurationProperties(ConsumerSettings.class)
record CodeLimits(CodeChallenges challenges, VisitorCounts counts, ConsumerSettings settings) {

    private static final Duration DAY = CodeChallenges.KEPT;

    /** One part of so many is kept, of each limit for all, for known browsers and for networks that have had little that day. */
    private static final int RESERVE = 3;

    /** What is little: one part of so many of what a network may have in an hour. */
    private static final int LITTLE = 10;

    /**
     * Under the locks of number and network.
     *
     * @return how long to wait, if it is one too many
     */
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
     * Counts one more for its network and for all. Whoever has to wait has the transaction rolled back, so that nothing is used up; the
     * counts of all come last, because everybody waits for who has them.
     *
     * @return how long to wait, if it is one too many
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

    /** One that was not announced, and so not tried, counts for nothing. */
    void refund(CodeChallenges.Asked asked) {
        if (!asked.isKnown()) {
            counts.giveBack(VisitorCounts.Counter.CODES_OF_NETWORK_IN_HOUR, asked.network(), asked.at());
        }
        refundUnsent(asked);
    }

    /**
     * One that could not be sent is nobody's message, and counts for nothing but the tries of its network: each is written into the access
     * log.
     */
    void refundUnsent(CodeChallenges.Asked asked) {
        if (!asked.isKnown()) {
            counts.giveBack(VisitorCounts.Counter.CODES_OF_NETWORK_IN_DAY, asked.network(), asked.at());
        }
        counts.giveBack(VisitorCounts.Counter.CODES_IN_MINUTE, VisitorCounts.ALL, asked.at());
        counts.giveBack(VisitorCounts.Counter.CODES_IN_DAY, VisitorCounts.ALL, asked.at());
    }

    /** One that was typed was asked for by who holds the number, so it counts no longer for the network, behind which many may be. */
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
