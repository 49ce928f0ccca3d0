package jinbo.partner.calls;

import java.util.Map;

/**
 * How a table of calls was answered.
 *
 * @param rows rows
 * @param mayCall those that may be called
 * @param why how often each reason was found
 */
public record CallTally(long rows, long mayCall, Map<Why, Long> why) {

    public CallTally {
        why = Map.copyOf(why);
    }
}
