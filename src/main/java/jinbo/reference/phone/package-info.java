/**
 * Phone numbers come in as people and spreadsheets write them; a mobile number as a value and the region of its
 * segment go out. A number never gets from here into text that may end in a log. Every area above may call it; it
 * knows no upload and no block.
 */
@NamedInterface("phone")
@NullMarked
package jinbo.reference.phone;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
