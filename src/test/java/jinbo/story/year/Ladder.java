package jinbo.story.year;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Knows what upheld cases earn, to insurers and to those who call for them: two cases a stop for new customers, a further one, called
 * after those, a stop for all. The year is over before a case is too old to count.
 */
final class Ladder {

    private final Map<String, List<String>> earned = new TreeMap<>();
    private final Map<String, List<LocalDateTime>> waiting = new HashMap<>();
    private final Map<String, LocalDateTime> lastCall = new HashMap<>();

    /** Cases that became final at the same time, by whom they are about. */
    void closed(Map<String, List<LocalDateTime>> calls) {
        calls.forEach((subject, theirs) -> {
            List<LocalDateTime> all = waiting.computeIfAbsent(subject, each -> new ArrayList<>());
            all.addAll(theirs);
            all.sort(Comparator.naturalOrder());
            climb(subject, all);
        });
    }

    private void climb(String subject, List<LocalDateTime> all) {
        List<LocalDateTime> counted = new ArrayList<>();
        List<String> steps = earned.computeIfAbsent(subject, each -> new ArrayList<>());
        for (LocalDateTime call : List.copyOf(all)) {
            if (Optional.ofNullable(lastCall.get(subject))
                    .filter(last -> !call.isAfter(last))
                    .isPresent()) {
                continue;
            }
            counted.add(call);
            if (steps.size() < 2 && counted.size() == 2 - steps.size()) {
                steps.add(steps.isEmpty() ? "STOP_NEW_CUSTOMERS" : "STOP_ALL");
                lastCall.put(subject, call);
                all.removeAll(counted);
                counted.clear();
            }
        }
    }

    /** Who has earned what, in order; those who have earned nothing are not there. */
    Map<String, List<String>> earned() {
        Map<String, List<String>> some = new TreeMap<>(earned);
        some.values().removeIf(List::isEmpty);
        return some;
    }
}
