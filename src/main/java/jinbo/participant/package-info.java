/**
 * Insurers and the association's staff: who takes part, who may do what, and how operations are authorized. The access
 * log proves the decisions that are stored here. All areas above may call it.
 */
@ApplicationModule(
        allowedDependencies = {
            "accesslog",
            "platform :: error",
            "platform :: files",
            "platform :: home",
            "platform :: ssh",
            "reference :: *"
        })
@NullMarked
package jinbo.participant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
