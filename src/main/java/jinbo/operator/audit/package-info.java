/** Operations for auditors: who saw which data, where a number has been, and whether all records are intact. */
@NullMarked
package jinbo.operator.audit;

import org.jspecify.annotations.NullMarked;
