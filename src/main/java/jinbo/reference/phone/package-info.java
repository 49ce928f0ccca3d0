/**
 * Parses phone numbers as people and spreadsheets write them, and finds the region of their segment. Numbers do not
 * appear in texts that may be logged. Every area above may use it.
 */
@NamedInterface("phone")
@NullMarked
package jinbo.reference.phone;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
