package jinbo.operator.trace;

import java.util.List;

/**
 * @param found the oldest of them first
 * @param more whether there is more, older than these
 */
public record TraceSlice<T>(List<T> found, boolean more) {

    /** @param newestFirst as many as were asked for, and one more if there is more */
    static <T> TraceSlice<T> of(List<T> newestFirst, int most) {
        List<T> oldestFirst = new java.util.ArrayList<>(newestFirst.subList(0, Math.min(most, newestFirst.size())));
        java.util.Collections.reverse(oldestFirst);
        return new TraceSlice<>(List.copyOf(oldestFirst), newestFirst.size() > most);
    }
}
