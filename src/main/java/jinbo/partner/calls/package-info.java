/** Checks planned calls with the held block list. No data leaves the insurer. */
@NamedInterface("calls")
@NullMarked
package jinbo.partner.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
