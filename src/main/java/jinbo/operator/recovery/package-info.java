/**
 * What people do about what a restore from a back-up has lost. Operations come in, results go out to whatever way they came by.
 */
@NullMarked
package jinbo.operator.recovery;

import org.jspecify.annotations.NullMarked;
