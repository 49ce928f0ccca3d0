package jinbo.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import jinbo.testing.NetworkFault.Direction;
import jinbo.testing.NetworkFault.Moment;

/** Follows what a client sends on one connection, until a fault's moment has come. */
final class TrafficMatcher {

    private Optional<NetworkFault> followed = Optional.empty();
    private int found;
    private String tail = "";
    private Optional<Long> countedFrom = Optional.empty();

    /**
     * How many of these bytes pass before the fault; more than their number if it is not yet due.
     *
     * @param passed how many have passed in each direction before
     */
    synchronized long bytesBeforeMatch(
            NetworkFault fault,
            Direction direction,
            ToLongFunction<Direction> passed,
            byte[] buffer,
            int offset,
            int length) {
        follow(fault);
        Moment moment = fault.moment();
        if (direction == Direction.TO_SERVER && found < moment.texts().size()) {
            int end = search(moment.texts(), new String(buffer, offset, length, StandardCharsets.ISO_8859_1));
            if (found == moment.texts().size()) {
                if (moment.beforeTheText()) {
                    return Math.max(0, end - moment.texts().get(found - 1).length());
                }
                long passedThen = passed.applyAsLong(moment.direction());
                countedFrom = Optional.of(moment.direction() == direction ? passedThen + end : passedThen);
            }
        }
        if (direction != moment.direction() || countedFrom.isEmpty()) {
            return Long.MAX_VALUE;
        }
        long due = countedFrom.get() + moment.bytes() - passed.applyAsLong(direction);
        return due <= length ? Math.max(0, due) : Long.MAX_VALUE;
    }

    private void follow(NetworkFault fault) {
        if (!followed.equals(Optional.of(fault))) {
            followed = Optional.of(fault);
            found = 0;
            tail = "";
            countedFrom = fault.moment().texts().isEmpty() ? Optional.of(0L) : Optional.empty();
        }
    }

    /** Where, counted from the beginning of the new text, the last one found ends. */
    private int search(List<String> texts, String text) {
        String all = tail + text;
        int from = 0;
        while (found < texts.size()) {
            int at = all.indexOf(texts.get(found), from);
            if (at < 0) {
                tail = all.substring(
                        Math.max(from, all.length() - texts.get(found).length() + 1));
                return -1;
            }
            from = at + texts.get(found).length();
            found++;
        }
        int end = from - tail.length();
        tail = "";
        return end;
    }
}
