package jinbo.registry;

import java.util.Optional;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;

/**
 * What has become of a number for one insurer in one line between two moments. A block that is over at a moment is none.
 *
 * @param before the block at the earlier moment, if there was one
 * @param after the block at the later moment, if there is one
 */
public record BlockChange(Mobile mobile, LineCode line, Optional<Interval> before, Optional<Interval> after) {}
