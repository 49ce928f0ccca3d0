package jinbo.registry.blocklist;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.stereotype.Component;

/**
 * Says whether an insurer's next list is the whole list ({@code exchange-formats/blocklist/v1/README.md}, "When a list is full").
 */
@Component
public class FullListPolicy {

    private final BlockLists lists;
    private final FullListRequestCheck asked;

    FullListPolicy(BlockLists lists, FullListRequestCheck asked) {
        this.lists = lists;
        this.asked = asked;
    }

    /**
     * Why the next list must be a full one; empty if what has changed is enough.
     *
     * @param asOf the moment that the next list is to speak of
     */
    public Optional<FullListReason> reason(InsurerCode insurer, Instant asOf) {
        ChainPosition place = lists.next(insurer);
        if (place.previousSequence().isEmpty()) {
            return Optional.of(FullListReason.FIRST);
        }
        Optional<SealedList> before =
                lists.find(insurer, place.previousSequence().getAsInt());
        Optional<Instant> lastFull = lists.lastFullAsOf(insurer);
        if (before.isEmpty() || place.previousManifestSha256().isEmpty() || lastFull.isEmpty()) {
            return Optional.of(FullListReason.BEGINS_ANEW);
        }
        return month(lastFull.get()).equals(month(asOf)) ? asked.reason(insurer) : Optional.of(FullListReason.MONTHLY);
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(BusinessTime.dateOf(at));
    }
}
