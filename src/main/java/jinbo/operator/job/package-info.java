/** Runs of jobs that a person asks for, and how the exchange with each insurer stands. */
@NullMarked
package jinbo.operator.job;

import org.jspecify.annotations.NullMarked;
