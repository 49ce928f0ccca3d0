/**
 * What an error that people and programs can do something about looks like: a code, facts, and a sentence in each language.
 * Every area may call it, and has an enum of its own errors with the sentences in a bundle beside it. Of other failures it makes
 * a sentence that quotes no data.
 */
@NamedInterface("error")
@NullMarked
package jinbo.platform.error;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
