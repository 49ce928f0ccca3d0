/**
 * Registers complaints of insurers and choices of consumers, and derives blocks for any moment. It does not depend on
 * drops, OpenPGP or jobs, and its root package does not depend on inbound files or lists. {@code batch},
 * {@code consumer}, {@code cases}, {@code demo} and {@code operator} may call it.
 */
@ApplicationModule(
        allowedDependencies = {
            "accesslog",
            "exchange :: format",
            "participant :: insurer",
            "platform :: copy",
            "platform :: error",
            "platform :: faultpoint",
            "platform :: files",
            "platform :: home",
            "reference :: business",
            "reference :: calendar",
            "reference :: phone"
        })
@NullMarked
package jinbo.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
