package jinbo.registry;

import java.util.Optional;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;

/** How a number's block in a line of business changed between two moments; a block that is over counts as absent. */
public record BlockChange(Mobile mobile, LineCode line, Optional<Interval> before, Optional<Interval> after) {}
