/**
 * A mobile number as a value: how people type it, how it reads, which region its segment belongs to. Knows nothing of
 * who uploads or blocks a number, and never lets one out into a text that ends in a log.
 */
@NamedInterface("phone")
@NullMarked
package jinbo.reference.phone;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
