/**
 * Reads and writes small tables as CSV (RFC 4180) with Commons CSV, strictly and in limited memory. Uploads, findings
 * and block lists have faster parsers of their own. {@code reference}, {@code exchange}, {@code cases}, {@code partner}
 * and {@code operator} may use this package.
 */
@NamedInterface("csv")
@NullMarked
package jinbo.platform.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
