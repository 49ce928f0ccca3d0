/**
 * The working days of mainland China come in as a calendar for each year; the answer which day is the seventh working
 * day after a date goes out. A year that is not loaded is an error that names the year, never a guess. Every area
 * above may call it; it does not know why anybody counts.
 */
@NamedInterface("calendar")
@NullMarked
package jinbo.reference.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
