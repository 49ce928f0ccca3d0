/**
 * Registers what insurers upload and consumers choose, and derives blocks for any moment. {@code batch},
 * {@code consumer}, {@code cases} and {@code operator} may call it. It does not depend on drops, OpenPGP or jobs, and
 * its root package does not depend on inbound files or lists.
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
