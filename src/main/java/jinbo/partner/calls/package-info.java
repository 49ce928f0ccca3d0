/** Checks planned calls against the block list that the insurer has applied. No data leaves the insurer. */
@NamedInterface("calls")
@NullMarked
package jinbo.partner.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
