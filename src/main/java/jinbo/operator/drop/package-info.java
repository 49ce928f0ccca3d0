/** Operations that check whether the drops of insurers fulfil the requirements of the exchange. */
@NullMarked
package jinbo.operator.drop;

import org.jspecify.annotations.NullMarked;
