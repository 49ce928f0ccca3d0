/**
 * Errors with a code, facts, and a sentence in each language. Every area has an enum of its errors, with the sentences
 * in a bundle beside it. Every area may use this package.
 */
@NamedInterface("error")
@NullMarked
package jinbo.platform.error;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
