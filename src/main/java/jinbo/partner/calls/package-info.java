/**
 * Checks tables of planned calls with the held block list. No data leaves the insurer, and messages contain no numbers.
 */
@NamedInterface("calls")
@NullMarked
package jinbo.partner.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
