package jinbo.operator.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import jinbo.consumer.RejectedVisitors;
import jinbo.consumer.messaging.FailingGateways;
import jinbo.operator.alert.Alert.Code;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.stereotype.Component;

/** Looks whether consumers get their codes, and find a place at the portal. */
@Component
class PortalCheck {

    /** One message may be refused for its own sake. */
    private static final int TRIES = 3;

    private static final Duration LOOKED_BACK = Duration.ofHours(1);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BusinessTime.ZONE);

    private final FailingGateways gateways;
    private final RejectedVisitors turnedAway;
    private final WatchSettings settings;
    private final Clock clock;

    PortalCheck(FailingGateways gateways, RejectedVisitors turnedAway, WatchSettings settings, Clock clock) {
        this.gateways = gateways;
        this.turnedAway = turnedAway;
        this.settings = settings;
        this.clock = clock;
    }

    List<Alert> checkGateways() {
        if (settings.gatewayMayFailFor().isZero()) {
            return List.of();
        }
        Instant before = clock.instant().minus(settings.gatewayMayFailFor());
        return gateways.since(before, TRIES).stream()
                .map(failing -> new Alert(
                        Code.GATEWAY_FAILS,
                        Optional.empty(),
                        // the same as long as it goes on, so that it is told once
                        Optional.of(failing.name() + " (" + TIME.format(failing.since()) + ")")))
                .toList();
    }

    List<Alert> checkPortal() {
        if (settings.turnedAwayAtMost() == 0) {
            return List.of();
        }
        long visitors = turnedAway.since(clock.instant().minus(LOOKED_BACK));
        return visitors <= settings.turnedAwayAtMost()
                ? List.of()
                : List.of(new Alert(Code.VISITORS_TURNED_AWAY, Optional.empty(), Optional.of(Long.toString(visitors))));
    }
}
