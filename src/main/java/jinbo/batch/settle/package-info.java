/**
 * Settling: insurers are asked about cases and told of decisions and sanctions, in files apart; cases that nobody can contest any more are
 * closed, sanctions end and are proposed. The job {@code settle-cases} does it.
 */
@NamedInterface("settle")
@NullMarked
package jinbo.batch.settle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
