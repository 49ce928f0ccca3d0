package jinbo.operator.alert;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares what was seen with what is noted as open, and notes what has come up and what is over. */
@Component
class UpdateAlertOccurrences {

    private final AlertOccurrences occurrences;
    private final TransactionTemplate transaction;
    private final Clock clock;

    UpdateAlertOccurrences(AlertOccurrences occurrences, PlatformTransactionManager transactions, Clock clock) {
        this.occurrences = occurrences;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Where a look failed nobody knows what is over, so nothing is. */
    void of(CheckExchange.Seen seen) {
        Map<AlertIdentity, Alert> found = byIdentity(seen.concerns());
        transaction.executeWithoutResult(status -> {
            Instant now = clock.instant();
            List<AlertIdentity> before =
                    occurrences.open().stream().map(AlertOccurrence::identity).toList();
            found.forEach((identity, concern) -> {
                if (!before.contains(identity)) {
                    occurrences.begin(concern, now);
                }
            });
            if (seen.wholly()) {
                endThoseNotIn(found, now);
            }
        });
    }

    static Map<AlertIdentity, Alert> byIdentity(List<Alert> concerns) {
        Map<AlertIdentity, Alert> byIdentity = new LinkedHashMap<>();
        concerns.forEach(concern -> byIdentity.putIfAbsent(AlertIdentity.of(concern), concern));
        return byIdentity;
    }

    private void endThoseNotIn(Map<AlertIdentity, Alert> found, Instant now) {
        List<AlertOccurrence> open = occurrences.open();
        for (AlertOccurrence gone : open) {
            if (!found.containsKey(gone.identity())) {
                Optional<AlertOccurrence> inItsPlace = open.stream()
                        .filter(other -> found.containsKey(other.identity())
                                && other.identity().takesPlaceOf(gone.identity()))
                        .findFirst();
                occurrences.end(gone, inItsPlace, now);
            }
        }
    }
}
