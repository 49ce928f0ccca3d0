/**
 * Monthly reports on accesses for auditors, as CSV table and printable page. Only the command line uses this package.
 */
@NullMarked
package jinbo.operator.report;

import org.jspecify.annotations.NullMarked;
