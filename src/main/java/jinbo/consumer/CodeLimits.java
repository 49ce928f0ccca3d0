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
    private final Count inMinute = new Count(MINUTE);
    private final Count inDay = new Count(DAY);

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
        Optional<Duration> wait =
                inMinute.waitAt(now, settings.codesInAll()).or(() -> inDay.waitAt(now, settings.codesInADay()));
        if (wait.isEmpty()) {
            inMinute.one();
            inDay.one();
        }
        return wait;
    }

    /**
     * Under the number's lock.
     *
     * @return how long to wait, if it is one too many
     */
    Optional<Duration> forOne(String subject, byte[] source) {
        Instant now = clock.instant();
        CodeChallenges.Asked asked = challenges.asked(
                subject,
                settings.codesPerNumber(),
                now.minus(DAY),
                source,
                settings.codesPerAddress(),
                now.minus(HOUR));
        return waits(asked.last(), settings.pauseBetweenCodes(), now)
                .or(() -> waits(asked.nthLast(), DAY, now))
                .or(() -> waits(asked.nthLastFrom(), HOUR, now));
    }

    private static Optional<Duration> waits(Optional<Instant> last, Duration pause, Instant now) {
        return last.map(at -> Duration.between(now, at.plus(pause))).filter(left -> left.compareTo(Duration.ZERO) > 0);
    }

    /** How many there were since one began to count, for a time. */
    private static final class Count {

        private final Duration length;
        private Instant begun = Instant.EPOCH;
        private int counted;

        Count(Duration length) {
            this.length = length;
        }

        Optional<Duration> waitAt(Instant now, int most) {
            if (!now.isBefore(begun.plus(length)) || now.isBefore(begun)) {
                begun = now;
                counted = 0;
            }
            return counted >= most ? Optional.of(Duration.between(now, begun.plus(length))) : Optional.empty();
        }

        void one() {
            counted++;
        }
    }
}
