package jinbo.story.month;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What people have to be told: each thing once, and once when it is over, unless it has only given way to something worse. */
final class AlertRecipients {

    private final List<String> told = new ArrayList<>();
    private Set<SimulatedAlert> open = Set.of();

    void look(Instant now, Set<SimulatedAlert> simulatedAlert) {
        open.stream()
                .filter(before -> !simulatedAlert.contains(before))
                .filter(before -> simulatedAlert.stream().noneMatch(other -> other.supersedes(before)))
                .forEach(over -> told.add(SimulatedCalendar.text(now) + " OVER " + over));
        simulatedAlert.stream()
                .filter(each -> !open.contains(each))
                .forEach(each -> told.add(SimulatedCalendar.text(now) + " NEW " + each));
        open = new LinkedHashSet<>(simulatedAlert);
    }

    /** In order. */
    List<String> told() {
        return told.stream().sorted().toList();
    }
}
