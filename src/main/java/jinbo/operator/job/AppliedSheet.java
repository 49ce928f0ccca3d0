package jinbo.operator.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.operator.alert.FindAppliedLists.AppliedLists;
import jinbo.participant.insurer.UnitCode;
import jinbo.registry.blocklist.Acknowledgement;

/**
 * Which of its lists an insurer has applied, by its own acknowledgement, and which of its sales units have which.
 *
 * @param sequence of the list that it acknowledged last; empty if it never did
 * @param appliedAt when it applied that one
 * @param receivedAt when its acknowledgement came in
 * @param agrees whether it holds what it was sent
 * @param overdue the first list that it should have acknowledged by now and has not
 * @param units its open sales units
 */
public record AppliedSheet(
        Optional<Integer> sequence,
        Optional<Instant> appliedAt,
        Optional<Instant> receivedAt,
        Optional<Boolean> agrees,
        Optional<Integer> overdue,
        List<OfUnit> units) {

    /**
     * The same of a sales unit.
     *
     * @param unit its code
     * @param name its full name
     * @param sequence of the newest list that it has; empty if it was never named
     * @param appliedAt when the insurer applied that one
     * @param overdue the first list that it should have by now and was not named for
     */
    public record OfUnit(
            UnitCode unit,
            String name,
            Optional<Integer> sequence,
            Optional<Instant> appliedAt,
            Optional<Integer> overdue) {}

    static AppliedSheet of(AppliedLists applied) {
        Optional<Acknowledgement> newest = applied.newest();
        return new AppliedSheet(
                newest.map(Acknowledgement::sequence),
                newest.map(Acknowledgement::appliedAt),
                newest.map(Acknowledgement::receivedAt),
                newest.map(Acknowledgement::agrees),
                applied.overdue(),
                applied.units().stream()
                        .map(unit -> new OfUnit(
                                unit.unit().code(),
                                unit.unit().name(),
                                unit.newest().map(Acknowledgement::sequence),
                                unit.newest().map(Acknowledgement::appliedAt),
                                unit.overdue()))
                        .toList());
    }
}
