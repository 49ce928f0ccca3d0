package jinbo.operator.alert;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.operator.alert.Alert.Code;
import jinbo.participant.insurer.InsurerCode;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.blocklist.SealedList;
import org.springframework.stereotype.Component;

/** Looks whether an insurer has its lists, and the newest that it has is not out of date. */
@Component
record BlockListCheck(BlockLists lists) {

    List<Alert> about(InsurerCode insurer, LocalDate today) {
        List<Alert> found = new ArrayList<>();
        List<SealedList> undelivered = lists.undelivered(insurer);
        if (!undelivered.isEmpty()) {
            found.add(Alert.about(insurer, Code.LISTS_UNDELIVERED, undelivered.size()));
        }
        lastDelivered(insurer, undelivered)
                .map(list -> list.manifest().useBy())
                .filter(today::isAfter)
                .ifPresent(useBy -> found.add(Alert.about(insurer, Code.LIST_OVERDUE, useBy)));
        return found;
    }

    /** Lists are delivered in sequence, so it is the one before the first that is not; that one is what insurers go by. */
    private Optional<SealedList> lastDelivered(InsurerCode insurer, List<SealedList> undelivered) {
        return undelivered.isEmpty()
                ? lists.last(insurer)
                : lists.find(insurer, undelivered.get(0).manifest().sequence() - 1);
    }
}
