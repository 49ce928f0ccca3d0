package jinbo.consumer;

import java.util.List;
import java.util.Optional;
import jinbo.reference.business.LineCode;
import jinbo.registry.Interval;

/** What a choice would change for all insurers that can be chosen, in each line of business that they sell. */
public record PlannedChange(List<OfInsurer> insurers) {

    public PlannedChange {
        insurers = List.copyOf(insurers);
    }

    public enum Kind {
        /** There is no block yet, and one begins. */
        BEGINS,
        /** The block goes on, until the same day as before or another day. */
        GOES_ON,
        /** The block ends as soon as the insurer is notified. */
        ENDS,
        NONE
    }

    public record OfInsurer(
            OfferedInsurer insurer, LineCode line, Optional<Interval> before, Optional<Interval> after) {

        public Kind kind() {
            if (after.isPresent()) {
                return before.isPresent() ? Kind.GOES_ON : Kind.BEGINS;
            }
            return before.isPresent() ? Kind.ENDS : Kind.NONE;
        }
    }

    public List<OfInsurer> of(Kind kind) {
        return insurers.stream().filter(one -> one.kind() == kind).toList();
    }
}
