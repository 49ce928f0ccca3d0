/** Who acts for the association. Operations come in, results go out to whatever way they came by. */
@NullMarked
package jinbo.operator.person;

import org.jspecify.annotations.NullMarked;
