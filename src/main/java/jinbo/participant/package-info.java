/**
 * Who takes part, and who may do what: records decisions about insurers and the association's staff, bound to the
 * access log. Every area above may call it.
 */
@ApplicationModule(
        allowedDependencies = {
            "accesslog",
            "platform :: error",
            "platform :: files",
            "platform :: home",
            "platform :: ssh",
            "reference :: business",
            "reference :: calendar",
            "reference :: phone"
        })
@NullMarked
package jinbo.participant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
