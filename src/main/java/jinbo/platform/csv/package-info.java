/**
 * Tables that are small or made for people come in and go out as CSV (RFC 4180), in the one configuration of Commons
 * CSV, strict and in bounded memory. {@code reference}, {@code exchange}, {@code cases}, {@code partner} and
 * {@code operator} may call it; rows of uploads, findings and lists do without.
 */
@NamedInterface("csv")
@NullMarked
package jinbo.platform.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
