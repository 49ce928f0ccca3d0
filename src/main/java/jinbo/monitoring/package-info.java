/**
 * Tells programs that watch over this one how it stands: health by parts, and metrics, over an HTTP port of their own that only
 * {@code serve} opens. What it tells holds no personal data; what the figures are is not its business.
 */
@ApplicationModule(allowedDependencies = {"figure", "schedule", "web"})
@NullMarked
package jinbo.monitoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
