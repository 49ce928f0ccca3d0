/**
 * Counts of accesses by month come in; a table and a page to print go out, which tell auditors who saw how much and
 * why. It counts nothing itself, knows no number and keeps nothing. Only the command line may call it.
 */
@NullMarked
package jinbo.operator.report;

import org.jspecify.annotations.NullMarked;
