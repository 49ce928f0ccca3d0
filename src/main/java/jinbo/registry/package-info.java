/**
 * What consumers and insurers have registered, the blocks that follow, the lists made of them, and the files they
 * came from. Registrations come in, blocks and lists go out. Called by {@code batch}, {@code consumer}, {@code cases}
 * and {@code operator}; knows no drops, no OpenPGP and no jobs.
 */
@ApplicationModule(
        allowedDependencies = {
            "accesslog",
            "exchange :: format",
            "participant :: insurer",
            "platform :: copy",
            "platform :: faultpoint",
            "platform :: files",
            "platform :: home",
            "reference :: calendar",
            "reference :: phone"
        })
@NullMarked
package jinbo.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
