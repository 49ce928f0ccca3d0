/** Operations on requests that wait for a second person. */
@NullMarked
package jinbo.operator.request;

import org.jspecify.annotations.NullMarked;
