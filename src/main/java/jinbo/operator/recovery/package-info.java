/** Operations of a recovery, after a database was restored from a backup. */
@NullMarked
package jinbo.operator.recovery;

import org.jspecify.annotations.NullMarked;
