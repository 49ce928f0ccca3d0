package jinbo.operator.alert;

import java.util.List;
import java.util.Optional;
import jinbo.participant.insurer.SalesUnit;
import jinbo.registry.blocklist.Acknowledgement;

/**
 * Which of its lists an insurer has applied, and which of its sales units have which, by the insurer's own statement.
 *
 * @param overdue the sequence of the first list that it should have acknowledged by now and has not
 */
public record AppliedLists(Optional<Acknowledgement> newest, Optional<Integer> overdue, List<OfUnit> units) {

    public AppliedLists {
        units = List.copyOf(units);
    }

    /** Whether the insurer holds another list than the one that it acknowledged last. */
    public boolean differ() {
        return newest.filter(word -> !word.agrees()).isPresent();
    }

    /** @param overdue as above; never of a unit that must have no list, because it is not bound */
    public record OfUnit(SalesUnit unit, Optional<Acknowledgement> newest, Optional<Integer> overdue) {}
}
