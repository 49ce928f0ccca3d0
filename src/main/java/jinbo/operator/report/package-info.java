/**
 * What auditors get on paper and as a table: who saw how much, and why, month by month. Counts nothing itself, knows no number,
 * and keeps nothing. Has the markup of printed pages for others that make some, too.
 */
@NullMarked
package jinbo.operator.report;

import org.jspecify.annotations.NullMarked;
