/**
 * An insurer's own tables of planned calls come in; for each number the answer whether it may be called goes out, by
 * the block list that the insurer holds. Nothing that is read here leaves the insurer, and no number gets into a
 * message. Only the command {@code partner check} may call it.
 */
@NamedInterface("calls")
@NullMarked
package jinbo.partner.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
