package jinbo.consumer.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jinbo.platform.webhook.DeliveryOutcome;

/** The gateways in order. One that was unreachable comes last for some seconds, so that not every message waits. */
final class Gateways {

    private static final Duration LAST_FOR = Duration.ofSeconds(10);

    private final List<Gateway> all;
    private final Clock clock;
    private final Map<Gateway, Instant> outOfReach = new ConcurrentHashMap<>();

    Gateways(List<Gateway> all, Clock clock) {
        this.all = List.copyOf(all);
        this.clock = clock;
    }

    List<Gateway> inOrder() {
        if (outOfReach.isEmpty()) {
            return all;
        }
        Instant since = clock.instant().minus(LAST_FOR);
        outOfReach.values().removeIf(at -> !at.isAfter(since));
        Set<Gateway> last = Set.copyOf(outOfReach.keySet());
        return all.stream().sorted(Comparator.comparing(last::contains)).toList();
    }

    List<String> names() {
        return all.stream().map(Gateway::name).toList();
    }

    void recordOutcome(Gateway gateway, DeliveryOutcome answer) {
        if (answer instanceof DeliveryOutcome.Unreachable) {
            outOfReach.put(gateway, clock.instant());
        } else {
            outOfReach.remove(gateway);
        }
    }
}
