/**
 * How the exchange stands in figures: names each, with what it means, and reads them all at once and not often from the packages
 * that keep the records. Changes nothing, and does not know who asks.
 */
@ApplicationModule(
        allowedDependencies = {
            "home",
            "accesslog",
            "blocklist",
            "exchange",
            "inbound",
            "insurer",
            "schedule",
            "watch",
            "workday"
        })
@NullMarked
package jinbo.figure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
