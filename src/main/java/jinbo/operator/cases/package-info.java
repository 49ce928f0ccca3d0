/** Operations on call complaints of consumers, and on sanctions of insurers. */
@NullMarked
package jinbo.operator.cases;

import org.jspecify.annotations.NullMarked;
