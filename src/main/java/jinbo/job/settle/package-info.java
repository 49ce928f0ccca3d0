/**
 * Settling: insurers are asked about cases and told of decisions, each in files of its own, and cases that nobody can contest any more are
 * closed. The job {@code settle-cases} does it.
 */
@NamedInterface("settle")
@NullMarked
package jinbo.job.settle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
