/** Operations on insurers and their sales units: participation, agreements, lines of business, host keys. */
@NullMarked
package jinbo.operator.insurer;

import org.jspecify.annotations.NullMarked;
