/**
 * Counts working days of mainland China according to imported calendars. It is an error to ask for a year whose
 * calendar is not loaded. All areas above may use this package.
 */
@NamedInterface("calendar")
@NullMarked
package jinbo.reference.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
