/**
 * A number and a moment come in; the answer goes out whether an insurer could call it then, by which registration, and
 * which list had notified the insurer. It answers from registrations, never from blocks, reads no table itself and
 * keeps nothing. {@code cases} and {@code operator} may call it.
 */
@NamedInterface("history")
@NullMarked
package jinbo.registry.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
