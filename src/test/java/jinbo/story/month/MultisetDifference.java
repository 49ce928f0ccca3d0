package jinbo.story.month;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What should be there and is not, and what is there and should not be, each as often as that. */
final class MultisetDifference {

    private MultisetDifference() {}

    static List<String> between(Collection<String> expected, Collection<String> found) {
        List<String> difference = new ArrayList<>();
        less(expected, found).forEach(missing -> difference.add("missing: " + missing));
        less(found, expected).forEach(more -> difference.add("too much: " + more));
        return difference;
    }

    private static List<String> less(Collection<String> those, Collection<String> taken) {
        List<String> left = new ArrayList<>(those);
        taken.forEach(left::remove);
        return left;
    }
}
