/** Operations that run jobs on request or show the state of the exchange with each insurer. */
@NullMarked
package jinbo.operator.job;

import org.jspecify.annotations.NullMarked;
