/**
 * Facts from outside: calendars and number segments come in as files that people import, lines of business as people add and
 * close them; dates, regions and lines go out. Every area above may call it.
 */
@ApplicationModule(allowedDependencies = {"accesslog", "platform :: copy", "platform :: csv", "platform :: error"})
@NullMarked
package jinbo.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
