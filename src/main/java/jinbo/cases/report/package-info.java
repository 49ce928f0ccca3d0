/**
 * The report on the cases of a month, in total, by insurer and by line of business, as a table and as a printable page.
 * It identifies no consumer, caller or salesperson, and is not stored. {@code operator} and {@code consumer} may call
 * this package.
 */
@NamedInterface("report")
@NullMarked
package jinbo.cases.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
