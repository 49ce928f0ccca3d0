package jinbo.operator.alert;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares what was seen with what is noted as open, and notes what has come up and what is over. */
@Component
record UpdateAlertOccurrences(AlertOccurrences alertOccurrences, TransactionTemplate transaction, Clock clock) {

    /** Where a look failed nobody knows what is over, so nothing is. */
    void of(CheckExchange.Seen seen) {
        Map<AlertIdentity, Alert> found = byIdentity(seen.alerts());
        transaction.executeWithoutResult(status -> {
            Instant now = clock.instant();
            List<AlertIdentity> before = alertOccurrences.open().stream()
                    .map(AlertOccurrences.Occurrence::identity)
                    .toList();
            found.forEach((identity, alert) -> {
                if (!before.contains(identity)) {
                    alertOccurrences.begin(alert, now);
                }
            });
            if (seen.wholly()) {
                endThoseNotIn(found, now);
            }
        });
    }

    static Map<AlertIdentity, Alert> byIdentity(List<Alert> alerts) {
        Map<AlertIdentity, Alert> byIdentity = new LinkedHashMap<>();
        alerts.forEach(alert -> byIdentity.putIfAbsent(AlertIdentity.of(alert), alert));
        return byIdentity;
    }

    private void endThoseNotIn(Map<AlertIdentity, Alert> found, Instant now) {
        List<AlertOccurrences.Occurrence> open = alertOccurrences.open();
        for (AlertOccurrences.Occurrence gone : open) {
            if (!found.containsKey(gone.identity())) {
                Optional<AlertOccurrences.Occurrence> inItsPlace = open.stream()
                        .filter(other -> found.containsKey(other.identity())
                                && other.identity().supersedes(gone.identity()))
                        .findFirst();
                alertOccurrences.end(gone, inItsPlace, now);
            }
        }
    }
}
