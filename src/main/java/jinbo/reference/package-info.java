/**
 * Facts from outside: calendars and number segments come in as files that people import, and dates and regions go out.
 * Every area above may call it.
 */
@ApplicationModule(allowedDependencies = {"accesslog", "platform :: copy"})
@NullMarked
package jinbo.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
