/**
 * The monthly report about cases, in total, by insurer and by line of business, as a table and a printable page. It
 * identifies no consumer, caller or salesperson, and is not stored. Command line and console may call this package.
 */
@NamedInterface("report")
@NullMarked
package jinbo.cases.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
