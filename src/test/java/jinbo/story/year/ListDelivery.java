package jinbo.story.year;

import java.time.LocalDateTime;

/**
 * A list that an insurer got, or would have got but for its own lapse.
 *
 * @param asOf the moment that it speaks of, and at which it came
 * @param withheld whether it was kept back
 */
record ListDelivery(LocalDateTime asOf, boolean withheld) {}
