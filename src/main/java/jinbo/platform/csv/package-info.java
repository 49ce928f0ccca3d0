/**
 * Reads and writes small tables as CSV (RFC 4180) with Commons CSV, strictly and in bounded memory. {@code reference},
 * {@code exchange}, {@code cases}, {@code partner} and {@code operator} may use it. Uploads, findings and lists have
 * faster parsers.
 */
@NamedInterface("csv")
@NullMarked
package jinbo.platform.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
