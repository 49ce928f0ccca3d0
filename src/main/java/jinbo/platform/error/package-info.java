/**
 * Errors with a code, facts, and a message in each language. Every area has an enum of its errors, with the messages in
 * a resource bundle in the same package. All areas may use this package.
 */
@NamedInterface("error")
@NullMarked
package jinbo.platform.error;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
