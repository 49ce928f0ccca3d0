/**
 * Who takes part and who may do what: insurers with their certificates, agreements and drops, and the association's
 * staff with their roles and requests for a second person. Decisions come in, rows bound to the access log go out.
 * Called by every area above.
 */
@ApplicationModule(
        allowedDependencies = {
            "accesslog",
            "platform :: files",
            "platform :: home",
            "platform :: ssh",
            "reference :: calendar",
            "reference :: phone"
        })
@NullMarked
package jinbo.participant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
