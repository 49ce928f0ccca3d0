/**
 * What the association remembers: acts, from complaints to consumers' own words, until their numbers are erased, blocks as they stand, and in plain words how the second follow from the
 * first. Knows no files on drops, no envelopes and no jobs.
 */
@ApplicationModule(
        allowedDependencies = {"bulk", "crashpoint", "exchange", "mobile", "workday", "insurer", "accesslog"})
@NullMarked
package jinbo.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
