/**
 * Which certificate of our own an insurer has been sent through the exchange, under which name, and whether it lies on its drop.
 * Knows neither the keys nor the drops.
 */
@ApplicationModule(allowedDependencies = {"envelope", "insurer"})
@NullMarked
package jinbo.announcement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
