/** Whether insurers' drops do what the exchange needs. */
@NullMarked
package jinbo.operator.drop;

import org.jspecify.annotations.NullMarked;
