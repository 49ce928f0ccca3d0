package jinbo.operator.alert;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import jinbo.batch.OneProcess;
import org.springframework.stereotype.Component;

/**
 * A run of {@code watch}: looks at everything, notes what has come up and what is over, and tells people each once. One process at a
 * time does so; another one only looks.
 */
@Component
public class WatchExchange {

    private final DataSource dataSource;
    private final LookAround lookAround;
    private final KeepOccurrences keepOccurrences;
    private final NotifyPeople notifyPeople;

    WatchExchange(
            DataSource dataSource, LookAround lookAround, KeepOccurrences keepOccurrences, NotifyPeople notifyPeople) {
        this.dataSource = dataSource;
        this.lookAround = lookAround;
        this.keepOccurrences = keepOccurrences;
        this.notifyPeople = notifyPeople;
    }

    /** Runs once. */
    public WatchReport run() {
        // before looking: what was seen before another process told would be told back
        Optional<OneProcess> alone = OneProcess.tryTake(dataSource, OneProcess.Doing.WATCHING);
        try {
            LookAround.Seen seen = lookAround.look();
            List<Telling> tellings = alone.map(held -> tell(seen)).orElseGet(List::of);
            return new WatchReport(seen.concerns(), tellings, seen.wholly(), alone.isEmpty());
        } finally {
            alone.ifPresent(OneProcess::close);
        }
    }

    private List<Telling> tell(LookAround.Seen seen) {
        keepOccurrences.of(seen);
        return notifyPeople.about(KeepOccurrences.byIdentity(seen.concerns()));
    }
}
