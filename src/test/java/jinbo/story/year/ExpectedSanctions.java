package jinbo.story.year;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Knows what upheld cases earn, to insurers and to those who call for them: two cases a stop for new customers, three a stop for all, in
 * whatever order they became final. The year is over before a case is too old to count.
 */
final class ExpectedSanctions {

    private final Map<String, Integer> upheld = new TreeMap<>();

    /** Cases that became final at the same time, by whom they are about. */
    void closed(Map<String, List<LocalDateTime>> calls) {
        calls.forEach((subject, theirs) -> upheld.merge(subject, theirs.size(), Integer::sum));
    }

    /** Who has earned what, in order; those who have earned nothing are not there. */
    Map<String, List<String>> earned() {
        Map<String, List<String>> some = new TreeMap<>();
        upheld.forEach((subject, cases) -> {
            if (cases >= 2) {
                some.put(
                        subject,
                        cases >= 3 ? List.of("STOP_NEW_CUSTOMERS", "STOP_ALL") : List.of("STOP_NEW_CUSTOMERS"));
            }
        });
        return some;
    }
}
