/** Runs jobs on request, and shows the state of the exchange with each insurer. */
@NullMarked
package jinbo.operator.job;

import org.jspecify.annotations.NullMarked;
