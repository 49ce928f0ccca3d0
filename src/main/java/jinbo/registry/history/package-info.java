/**
 * Answers whether an insurer was allowed to call a number at a given moment, because of which registration, and which
 * list had notified the insurer. It derives answers from registrations, not from stored blocks, and has no tables of
 * its own. {@code cases} and {@code operator} may call it.
 */
@NamedInterface("history")
@NullMarked
package jinbo.registry.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
