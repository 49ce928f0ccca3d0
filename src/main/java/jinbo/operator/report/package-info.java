/**
 * Monthly reports on accesses for auditors, as a CSV table and as a printable page. Only {@code operator.audit} uses
 * this package.
 */
@NullMarked
package jinbo.operator.report;

import org.jspecify.annotations.NullMarked;
