/**
 * What the association remembers: acts for ever, blocks as they stand, and the proof that the second follow from the
 * first. Knows no files on drops, no envelopes and no jobs; only its verification
 * reads what {@code inbound} has recorded of files, because the sums that it checks span both.
 */
@ApplicationModule(
        allowedDependencies = {"bulk", "crashpoint", "exchange", "mobile", "workday", "insurer", "accesslog"})
@NullMarked
package jinbo.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
