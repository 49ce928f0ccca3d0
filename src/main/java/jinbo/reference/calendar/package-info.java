/**
 * Working days of mainland China: which day is one, and which is the seventh after a given day. Knows nothing of why
 * anybody counts, and never guesses about a year that it was not given.
 */
@NamedInterface("calendar")
@NullMarked
package jinbo.reference.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
