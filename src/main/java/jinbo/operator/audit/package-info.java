/**
 * Operations for auditors: who saw which data, where a number has been, and whether access log and registry are intact.
 */
@NullMarked
package jinbo.operator.audit;

import org.jspecify.annotations.NullMarked;
