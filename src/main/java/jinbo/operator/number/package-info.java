/** Operations on single numbers: registration on behalf of consumers, release, registered blocks, and lookups. */
@NullMarked
package jinbo.operator.number;

import org.jspecify.annotations.NullMarked;
