/** Reference data: calendars, number segments and lines of business. All areas above may use it. */
@ApplicationModule(allowedDependencies = {"accesslog", "platform :: copy", "platform :: csv", "platform :: error"})
@NullMarked
package jinbo.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
