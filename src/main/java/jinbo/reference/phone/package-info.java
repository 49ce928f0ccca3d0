/**
 * Parses phone numbers as people and spreadsheets write them, and finds the region of a number by its segment. Texts
 * that may be logged never contain a number. All areas above may use this package.
 */
@NamedInterface("phone")
@NullMarked
package jinbo.reference.phone;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
