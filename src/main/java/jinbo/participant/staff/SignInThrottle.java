package jinbo.participant.staff;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jinbo.platform.files.Sha256;
import org.springframework.stereotype.Component;

/**
 * Limits wrong passwords for each name and network, and separately for each browser in which the person has signed in
 * before, so that attacks do not lock people out. The limit is much higher for a network from which the person has
 * signed in recently.
 */
@Component
final class SignInThrottle {

    /** The limit for one browser, or for one name from one network. */
    static final int MOST = 5;

    /** The limit for a name in a day, from a known network or all others together (NIST SP 800-63B-4, 3.2.2). */
    static final int MOST_IN_DAY = 100;

    /** The limit for unknown names from one network, because each attempt costs an entry and a slow hash. */
    static final int MOST_FOR_NOBODY = 50;

    static final Duration PAUSE = Duration.ofMinutes(15);
    static final Duration DAY = Duration.ofDays(1);

    /** How long a network stays known after a sign-in. */
    static final Duration KNOWN = Duration.ofDays(30);

    /** How many entries each table has; the oldest are dropped. Unknown names do not displace those of people. */
    static final int KEPT = 10_000;

    private final Clock clock;
    private final Map<String, Counted> forPeople = boundedMap();
    private final Map<String, Counted> forNobody = boundedMap();

    /** The keys are names of people, who are few, so that other attempts cannot displace an entry. */
    private final Map<String, Counted> ofStrangers = boundedMap();

    private final Map<String, Instant> succeeded = boundedMap();

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    record Attempt(String name, boolean isSomebody, String network, Optional<String> browser) {

        private String pair() {
            return "as " + hash(name) + " from " + network;
        }

        private String key() {
            return browser.map(known -> "as " + hash(name) + " in " + hash(known))
                    .orElseGet(this::pair);
        }

        private static String hash(String text) {
            Sha256 hash = new Sha256();
            byte[] typed = text.getBytes(StandardCharsets.UTF_8);
            hash.add(typed, 0, typed.length);
            return hash.hex();
        }
    }

    enum Try {
        ALLOWED,
        /** The first attempt over the limit in this period. */
        FIRST_OVER_LIMIT,
        OVER_LIMIT,
        /** Refused without a check: an unknown name, after very many attempts from its network. */
        WRONG
    }

    private static final class Counted {
        private final Deque<Instant> times = new ArrayDeque<>();
        private boolean reported;
    }

    /** Counts an attempt as wrong until {@link #recordSuccess} is called. */
    synchronized Try recordAttempt(Attempt attempt) {
        boolean isFamiliar = attempt.browser().isEmpty() && hasSucceeded(attempt);
        Counted own = recent(table(attempt), attempt.key(), isFamiliar ? DAY : PAUSE);
        if (own.times.size() >= (isFamiliar ? MOST_IN_DAY : MOST)) {
            return overLimit(own);
        }
        if (!attempt.isSomebody()) {
            Counted fromThere = recent(forNobody, "from " + attempt.network(), PAUSE);
            if (fromThere.times.size() >= MOST_FOR_NOBODY) {
                own.times.addLast(clock.instant());
                return Try.WRONG;
            }
            fromThere.times.addLast(clock.instant());
        } else if (isStranger(attempt)) {
            Counted strangers = recent(ofStrangers, Attempt.hash(attempt.name()), DAY);
            if (strangers.times.size() >= MOST_IN_DAY) {
                return overLimit(strangers);
            }
            strangers.times.addLast(clock.instant());
        }
        own.times.addLast(clock.instant());
        return Try.ALLOWED;
    }

    /** Records that the last attempt was correct, so that it does not count; attempts of others still count. */
    synchronized void recordSuccess(Attempt attempt) {
        forPeople.remove(attempt.key());
        if (isStranger(attempt)) {
            Counted strangers = recent(ofStrangers, Attempt.hash(attempt.name()), DAY);
            strangers.times.pollLast();
            if (strangers.times.isEmpty()) {
                ofStrangers.remove(Attempt.hash(attempt.name()));
            }
        }
        succeeded.put(attempt.pair(), clock.instant());
    }

    synchronized int kept() {
        return forPeople.size() + forNobody.size() + ofStrangers.size() + succeeded.size();
    }

    private boolean isStranger(Attempt attempt) {
        return attempt.browser().isEmpty() && !hasSucceeded(attempt);
    }

    private boolean hasSucceeded(Attempt attempt) {
        Instant since = clock.instant().minus(KNOWN);
        return succeeded.getOrDefault(attempt.pair(), Instant.MIN).isAfter(since);
    }

    private Map<String, Counted> table(Attempt attempt) {
        return attempt.isSomebody() ? forPeople : forNobody;
    }

    private static Try overLimit(Counted one) {
        Try answer = one.reported ? Try.OVER_LIMIT : Try.FIRST_OVER_LIMIT;
        one.reported = true;
        return answer;
    }

    private Counted recent(Map<String, Counted> counted, String key, Duration length) {
        Counted one = counted.computeIfAbsent(key, any -> new Counted());
        Instant since = clock.instant().minus(length);
        if (one.times.removeIf(time -> !time.isAfter(since))) {
            one.reported = false;
        }
        return one;
    }

    private static <T> Map<String, T> boundedMap() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > KEPT;
            }
        };
    }
}
