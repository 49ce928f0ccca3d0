/** Operations on reference data: lines of business, working days and number segments. */
@NullMarked
package jinbo.operator.reference;

import org.jspecify.annotations.NullMarked;
