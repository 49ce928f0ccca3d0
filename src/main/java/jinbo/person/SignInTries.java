package jinbo.person;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import jinbo.disk.Sha256;

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
    private final Map<String, Counted> counted = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Counted> eldest) {
            return size() > KEPT;
        }
    };

    SignInTries(Clock clock) {
        this.clock = clock;
    }

    /** What becomes of a try. */
    enum Try {
        /** It is looked at. */
        LOOKED_AT,
        /** It is one too many, and the first such in this pause. */
        ONE_TOO_MANY,
        /** It is one of many that are too many. */
        TOO_MANY
    }

    /** Recent tries of one kind, and whether it is told already that they are too many. */
    private static final class Counted {
        private final Deque<Instant> times = new ArrayDeque<>();
        private boolean told;
    }

    /**
     * Counts a try as wrong until {@link #right} is said.
     *
     * @param name what was typed, whether or not it is somebody's; only its hash is kept
     */
    synchronized Try begin(String name, String address) {
        Counted byName = recent(keyOf(name));
        Counted byAddress = recent("from " + address);
        if (byName.times.size() >= MOST_BY_NAME) {
            return tooMany(byName);
        }
        if (byAddress.times.size() >= MOST_BY_ADDRESS) {
            return tooMany(byAddress);
        }
        byName.times.addLast(clock.instant());
        byAddress.times.addLast(clock.instant());
        return Try.LOOKED_AT;
    }

    /** The last try was not wrong; what others have tried from there still counts. */
    synchronized void right(String name, String address) {
        counted.remove(keyOf(name));
        recent("from " + address).times.pollLast();
    }

    private static Try tooMany(Counted one) {
        Try answer = one.told ? Try.TOO_MANY : Try.ONE_TOO_MANY;
        one.told = true;
        return answer;
    }

    private Counted recent(String whose) {
        Counted one = counted.computeIfAbsent(whose, any -> new Counted());
        Instant since = clock.instant().minus(PAUSE);
        if (one.times.removeIf(time -> !time.isAfter(since))) {
            one.told = false;
        }
        return one;
    }

    private static String keyOf(String name) {
        Sha256 hash = new Sha256();
        byte[] typed = name.getBytes(StandardCharsets.UTF_8);
        hash.add(typed, 0, typed.length);
        return "as " + hash.hex();
    }
}
