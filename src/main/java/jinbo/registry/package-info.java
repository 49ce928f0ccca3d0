/**
 * Registrations of insurers and consumers come in; the blocks that follow from them go out, at any moment of the past
 * as well as now. {@code batch}, {@code consumer}, {@code cases} and {@code operator} may call it. It knows no drop,
 * no OpenPGP and no job, and its root knows neither inbound files nor lists.
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
