/**
 * Operations for auditors: who has seen which data, where a number has been sent, and whether all records are intact.
 */
@NullMarked
package jinbo.operator.audit;

import org.jspecify.annotations.NullMarked;
