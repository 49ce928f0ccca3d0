/**
 * The cases of a month come in; counts for all, each insurer and each line of business go out, as a table and as a page
 * to print. Nothing in them identifies a consumer, a caller or a salesperson, and nothing is kept. Command line and console may
 * call it.
 */
@NamedInterface("report")
@NullMarked
package jinbo.cases.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
