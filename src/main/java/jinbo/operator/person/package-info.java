/** Operations on people who act for the association. */
@NullMarked
package jinbo.operator.person;

import org.jspecify.annotations.NullMarked;
