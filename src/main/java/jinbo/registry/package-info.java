/**
 * What the association remembers: acts for ever, blocks as they stand, and in plain words how the second follow from the
 * first. Knows no files on drops, no envelopes and no jobs.
 */
@ApplicationModule(
        allowedDependencies = {"bulk", "crashpoint", "exchange", "mobile", "workday", "insurer", "accesslog"})
@NullMarked
package jinbo.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
