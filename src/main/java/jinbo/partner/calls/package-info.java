/**
 * Whom an insurer may call: its own tables of calls are held against the block list that it holds. Nothing that is read here
 * ever leaves the insurer, and no number gets into a message.
 */
@NamedInterface("calls")
@NullMarked
package jinbo.partner.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
