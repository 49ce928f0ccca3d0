/**
 * What people ask of single numbers: who is not to call them, on behalf of the consumer; what is registered of them, and what counted
 * when. Operations come in, results go out to whatever way they came by.
 */
@NullMarked
package jinbo.operator.number;

import org.jspecify.annotations.NullMarked;
