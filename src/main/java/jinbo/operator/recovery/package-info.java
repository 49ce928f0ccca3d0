/** Operations of a recovery, after a database was restored from a back-up. */
@NullMarked
package jinbo.operator.recovery;

import org.jspecify.annotations.NullMarked;
