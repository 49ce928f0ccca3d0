package jinbo.consumer;

import java.util.List;
import java.util.Optional;
import jinbo.reference.business.LineCode;
import jinbo.registry.Interval;

/**
 * What a choice would change, before it is made.
 *
 * @param insurers all that can be chosen, each in each line that it sells
 */
public record PlannedChange(List<OfInsurer> insurers) {

    public PlannedChange {
        insurers = List.copyOf(insurers);
    }

    public enum Kind {
        BEGINS,
        /** It goes on, to the same day or another. */
        GOES_ON,
        /** It is over as soon as the insurer learns of it. */
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
