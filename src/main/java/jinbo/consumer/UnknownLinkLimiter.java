package jinbo.consumer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Limits how many unknown reminder links a network may open, so that nobody guesses one; for this process only. */
@Component
class UnknownLinkLimiter {

    static final int MOST = 30;
    static final Duration WITHIN = Duration.ofHours(1);

    /** How many networks are counted; if there are more, the one that was seen least recently is removed. */
    private static final int NETWORKS = 10_000;

    private final Clock clock;
    private final Map<String, Deque<Instant>> times = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > NETWORKS;
        }
    };

    UnknownLinkLimiter(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean isExceeded(Visitor from) {
        Deque<Instant> timesOfNetwork = times.getOrDefault(from.network(), new ArrayDeque<>());
        Instant since = clock.instant().minus(WITHIN);
        timesOfNetwork.removeIf(time -> !time.isAfter(since));
        return timesOfNetwork.size() >= MOST;
    }

    synchronized void add(Visitor from) {
        times.computeIfAbsent(from.network(), any -> new ArrayDeque<>()).addLast(clock.instant());
    }
}
