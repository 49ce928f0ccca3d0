package jinbo.consumer;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Limits codes for a number, for a network and in total. Browsers that have proven the number are counted separately,
 * so that others cannot use up the holder's codes.
 */
@Component
@EnableConfigurationProperties(ConsumerSettings.class)
record CodeLimits(CodeChallenges challenges, VisitorCounts counts, ConsumerSettings settings) {

    private static final Duration DAY = CodeChallenges.KEPT;

    /** The total limits divided by this are the reserve for known browsers and for networks with few codes that day. */
    private static final int RESERVE = 3;

    /** A network has few codes while they are at most its hourly limit divided by this. */
    private static final int FEW = 10;

    /** Returns how long to wait, if a limit of the number is reached. Requires the locks of number and network. */
    Optional<Duration> forNumber(CodeChallenges.Request request) {
        Instant now = request.at();
        CodeChallenges.EarlierCodes before = challenges.findEarlier(
                request,
                request.isKnown() ? settings.codesPerNumber() : settings.codesPerNumberInAll(),
                settings.codesPerNumber(),
                now.minus(DAY));
        return waits(before.last(), settings.pauseBetweenCodes(), now)
                .or(() -> waits(before.nthLast(), DAY, now))
                .or(() -> waits(before.nthLastOfNetwork(), DAY, now));
    }

    /**
     * Counts a code for its network and in total. If a limit is reached, returns how long to wait, and the caller must
     * roll back. The total counts come last, because their locks block all other visitors.
     */
    Optional<Duration> count(CodeChallenges.Request request) {
        Instant now = request.at();
        boolean hasPriority = true;
        if (!request.isKnown()) {
            OptionalInt inHour = counts.add(
                    VisitorCounts.Counter.CODES_OF_NETWORK_IN_HOUR, request.network(), now, settings.codesPerAddress());
            if (inHour.isEmpty()) {
                return Optional.of(VisitorCounts.Counter.CODES_OF_NETWORK_IN_HOUR.untilEnd(now));
            }
            OptionalInt inDay = counts.add(
                    VisitorCounts.Counter.CODES_OF_NETWORK_IN_DAY,
                    request.network(),
                    now,
                    settings.codesPerAddressInADay());
            if (inDay.isEmpty()) {
                return Optional.of(VisitorCounts.Counter.CODES_OF_NETWORK_IN_DAY.untilEnd(now));
            }
            hasPriority = inDay.getAsInt() <= Math.max(1, settings.codesPerAddress() / FEW);
        }
        boolean mayUseReserve = hasPriority;
        return countForAll(VisitorCounts.Counter.CODES_IN_MINUTE, settings.codesInAll(), mayUseReserve, now)
                .or(() -> countForAll(VisitorCounts.Counter.CODES_IN_DAY, settings.codesInADay(), mayUseReserve, now));
    }

    /** Takes a code out of the counts, because its access could not begin. */
    void refund(CodeChallenges.Request request) {
        if (!request.isKnown()) {
            counts.refund(VisitorCounts.Counter.CODES_OF_NETWORK_IN_HOUR, request.network(), request.at());
        }
        refundUnsent(request);
    }

    /** Takes a code that was not sent out of all counts but the hourly one: the access log has an entry for it. */
    void refundUnsent(CodeChallenges.Request request) {
        if (!request.isKnown()) {
            counts.refund(VisitorCounts.Counter.CODES_OF_NETWORK_IN_DAY, request.network(), request.at());
        }
        counts.refund(VisitorCounts.Counter.CODES_IN_MINUTE, VisitorCounts.ALL, request.at());
        counts.refund(VisitorCounts.Counter.CODES_IN_DAY, VisitorCounts.ALL, request.at());
    }

    /** Takes a code that was entered out of the counts of its network, because many visitors may share the network. */
    void refundProven(CodeChallenges.OpenChallenge open) {
        if (!open.isKnown()) {
            counts.refund(VisitorCounts.Counter.CODES_OF_NETWORK_IN_HOUR, open.network(), open.askedAt());
            counts.refund(VisitorCounts.Counter.CODES_OF_NETWORK_IN_DAY, open.network(), open.askedAt());
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
