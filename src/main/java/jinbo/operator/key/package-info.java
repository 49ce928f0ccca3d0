/** Operations on insurers' certificates and on the association's own keys. */
@NullMarked
package jinbo.operator.key;

import org.jspecify.annotations.NullMarked;
