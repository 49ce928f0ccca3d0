/**
 * Facts from outside: the calendar of working days and the segments of mobile numbers. Files of people come in, dates
 * and regions go out. Called by every area above.
 */
@ApplicationModule(allowedDependencies = {"accesslog", "platform :: copy"})
@NullMarked
package jinbo.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
