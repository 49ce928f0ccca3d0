/**
 * What has been received: each file from its fetching to its last answer, with its findings. Holds no phone number.
 */
@ApplicationModule(allowedDependencies = {"accesslog", "bulk", "exchange", "insurer", "workday"})
@NullMarked
package jinbo.inbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
