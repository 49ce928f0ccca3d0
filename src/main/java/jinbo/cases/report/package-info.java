/**
 * The cases of a month come in; counts for the sector and for each insurer go out, as a table and as a page to print.
 * Nothing in them identifies a consumer, a caller or a salesperson, and nothing is kept. Command line and console may
 * call it.
 */
@NamedInterface("report")
@NullMarked
package jinbo.cases.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
