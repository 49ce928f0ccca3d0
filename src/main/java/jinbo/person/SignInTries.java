package jinbo.person;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Counts wrong passwords by name and by address, so that nobody guesses for long; kept in this process alone. */
final class SignInTries {

    /** As one person: far below the hundred of NIST SP 800-63B-4, section 3.2.2, and enough for a bad morning. */
    static final int MOST_BY_NAME = 5;

    /** From one address, which many people may share: through ssh -L they all come from this machine. */
    static final int MOST_BY_ADDRESS = 50;

    static final Duration PAUSE = Duration.ofMinutes(15);

    /** Beyond that the oldest are forgotten: whoever has that many addresses is not stopped by counting. */
    private static final int KEPT = 10_000;

    private final Clock clock;
    private final Map<String, Deque<Instant>> wrong = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > KEPT;
        }
    };

    SignInTries(Clock clock) {
        this.clock = clock;
    }

    /** Whether another try is looked at; it counts as wrong until {@link #right} is said. */
    synchronized boolean begin(Optional<PersonName> person, String address) {
        Deque<Instant> byAddress = recent("from " + address);
        boolean tooMany = byAddress.size() >= MOST_BY_ADDRESS
                || person.filter(name -> recent("as " + name).size() >= MOST_BY_NAME)
                        .isPresent();
        if (!tooMany) {
            byAddress.addLast(clock.instant());
            person.ifPresent(name -> recent("as " + name).addLast(clock.instant()));
        }
        return !tooMany;
    }

    /** The last try was not wrong; what others have tried from there still counts. */
    synchronized void right(PersonName person, String address) {
        wrong.remove("as " + person);
        recent("from " + address).pollLast();
    }

    private Deque<Instant> recent(String whose) {
        Deque<Instant> times = wrong.computeIfAbsent(whose, any -> new ArrayDeque<>());
        Instant since = clock.instant().minus(PAUSE);
        times.removeIf(time -> !time.isAfter(since));
        return times;
    }
}
