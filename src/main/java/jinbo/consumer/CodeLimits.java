package jinbo.consumer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says whether one more code may be sent: nobody can have a stranger's telephone ring all day, or go through numbers. */
@Component
class CodeLimits {

    private static final Duration DAY = CodeChallenges.KEPT;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final CodeChallenges challenges;
    private final ConsumerSettings settings;
    private final Clock clock;
    private Instant minute = Instant.EPOCH;
    private int inThisMinute;

    CodeLimits(CodeChallenges challenges, ConsumerSettings settings, Clock clock) {
        this.challenges = challenges;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Counts one more in all; kept in this process alone. Asked last, so that who is refused anyway uses up nothing of it.
     *
     * @return how long to wait, if it is one too many
     */
    synchronized Optional<Duration> inAll() {
        Instant now = clock.instant();
        if (!now.isBefore(minute.plus(MINUTE)) || now.isBefore(minute)) {
            minute = now;
            inThisMinute = 0;
        }
        if (inThisMinute >= settings.codesInAll()) {
            return Optional.of(Duration.between(now, minute.plus(MINUTE)));
        }
        inThisMinute++;
        return Optional.empty();
    }

    /**
     * Under the number's lock.
     *
     * @return how long to wait, if it is one too many
     */
    Optional<Duration> forOne(String subject, byte[] source) {
        Instant now = clock.instant();
        return waits(challenges.nthLastFor(subject, 1, now.minus(DAY)), settings.pauseBetweenCodes(), now)
                .or(() -> waits(challenges.nthLastFor(subject, settings.codesPerNumber(), now.minus(DAY)), DAY, now))
                .or(() ->
                        waits(challenges.nthLastFrom(source, settings.codesPerAddress(), now.minus(HOUR)), HOUR, now));
    }

    private static Optional<Duration> waits(Optional<Instant> last, Duration pause, Instant now) {
        return last.map(at -> Duration.between(now, at.plus(pause))).filter(left -> left.compareTo(Duration.ZERO) > 0);
    }
}
