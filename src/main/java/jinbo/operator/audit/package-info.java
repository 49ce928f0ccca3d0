/**
 * What auditors ask: who saw which data and where a number has been, that the access log is whole, and that the
 * registry agrees. Operations come in, results go out to whatever way they came by.
 */
@NullMarked
package jinbo.operator.audit;

import org.jspecify.annotations.NullMarked;
