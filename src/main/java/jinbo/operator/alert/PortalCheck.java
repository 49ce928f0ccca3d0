package jinbo.operator.alert;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jinbo.consumer.RejectedVisitors;
import jinbo.operator.alert.Alert.Code;
import org.springframework.stereotype.Component;

/** Looks whether consumers find a place at the portal. */
@Component
record PortalCheck(RejectedVisitors turnedAway, WatchSettings settings, Clock clock) implements ExchangeCheck {

    private static final Duration LOOKED_BACK = Duration.ofHours(1);

    @Override
    public Subject subject() {
        return Subject.PORTAL;
    }

    @Override
    public List<Alert> find() {
        if (settings.turnedAwayAtMost() == 0) {
            return List.of();
        }
        long visitors = turnedAway.since(clock.instant().minus(LOOKED_BACK));
        return visitors <= settings.turnedAwayAtMost()
                ? List.of()
                : List.of(new Alert(Code.VISITORS_TURNED_AWAY, Optional.empty(), Optional.of(Long.toString(visitors))));
    }
}
