package jinbo.operator.alert;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import jinbo.batch.SingleProcessLock;
import org.springframework.stereotype.Component;

/**
 * A run of {@code watch}: looks at everything, notes what has come up and what is over, and tells people each once. One process at a
 * time does so; another one only looks.
 */
@Component
public class RunWatch {

    private final DataSource dataSource;
    private final CheckExchange lookAround;
    private final UpdateAlertOccurrences keepOccurrences;
    private final SendAlerts notifyPeople;

    RunWatch(
            DataSource dataSource,
            CheckExchange lookAround,
            UpdateAlertOccurrences keepOccurrences,
            SendAlerts notifyPeople) {
        this.dataSource = dataSource;
        this.lookAround = lookAround;
        this.keepOccurrences = keepOccurrences;
        this.notifyPeople = notifyPeople;
    }

    /** Runs once. */
    public WatchReport run() {
        // before looking: what was seen before another process told would be told back
        Optional<SingleProcessLock> alone = SingleProcessLock.tryTake(dataSource, SingleProcessLock.Doing.WATCHING);
        try {
            CheckExchange.Seen seen = lookAround.look();
            List<AlertNotification> tellings = alone.map(held -> tell(seen)).orElseGet(List::of);
            return new WatchReport(seen.concerns(), tellings, seen.wholly(), alone.isEmpty());
        } finally {
            alone.ifPresent(SingleProcessLock::close);
        }
    }

    private List<AlertNotification> tell(CheckExchange.Seen seen) {
        keepOccurrences.of(seen);
        return notifyPeople.about(UpdateAlertOccurrences.byIdentity(seen.concerns()));
    }
}
