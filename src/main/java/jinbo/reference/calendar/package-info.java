/**
 * Counts working days of mainland China by imported calendars. A year that is not loaded is an error. Every area above
 * may use it.
 */
@NamedInterface("calendar")
@NullMarked
package jinbo.reference.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
