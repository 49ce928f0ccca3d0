package jinbo.operator.alert;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import jinbo.consumer.messaging.FailingGateways;
import jinbo.operator.alert.Alert.Code;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.stereotype.Component;

/** Looks whether consumers get their codes. */
@Component
record GatewayCheck(FailingGateways gateways, WatchSettings settings, Clock clock) implements ExchangeCheck {

    /** One message may be refused for its own sake. */
    private static final int TRIES = 3;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BusinessTime.ZONE);

    @Override
    public Subject subject() {
        return Subject.GATEWAYS;
    }

    @Override
    public List<Alert> find() {
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
}
