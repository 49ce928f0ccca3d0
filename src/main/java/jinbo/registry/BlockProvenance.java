package jinbo.registry;

import java.util.Optional;
import java.util.stream.Stream;
import jinbo.participant.insurer.Insurer;

/**
 * The ban that counted for one number and one insurer at some moment, and the acts that had made it so.
 *
 * @param ban from when until when; also one that was over
 * @param begunBy the act that set its first day
 * @param endSetBy the act that set the first day after it
 * @param droppedBy where there was none any more, the consumer's word that had dropped it
 * @param takenBack where there was none, because complaints had been withdrawn, the one that would have begun it
 */
public record BlockProvenance(
        Optional<Interval> ban,
        Optional<Registration> begunBy,
        Optional<Registration> endSetBy,
        Optional<Registration> droppedBy,
        Optional<Registration> takenBack) {

    private static final BlockProvenance NONE = new BlockProvenance(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** @param blocks that nothing was folded into yet */
    static BlockProvenance fold(Stream<Registration> acts, Insurer insurer, DerivedBlocks blocks) {
        BlockProvenance counted = NONE;
        for (Registration act : acts.toList()) {
            blocks.fold(act);
            counted = counted.after(act, blocks.of(insurer.id(), insurer.sector()));
        }
        return counted;
    }

    private BlockProvenance after(Registration act, Optional<Interval> now) {
        if (now.isEmpty()) {
            return ban.isEmpty()
                    ? this
                    : new BlockProvenance(now, Optional.empty(), Optional.empty(), Optional.of(act), Optional.empty());
        }
        boolean sameBegin = ban.map(Interval::effectiveOn).equals(now.map(Interval::effectiveOn));
        boolean sameEnd = ban.map(Interval::expiresOn).equals(now.map(Interval::expiresOn));
        return new BlockProvenance(
                now,
                sameBegin ? begunBy : Optional.of(act),
                sameEnd ? endSetBy : Optional.of(act),
                Optional.empty(),
                Optional.empty());
    }

    /** @param withAll what would count if nothing had been withdrawn */
    BlockProvenance orTakenBack(BlockProvenance withAll) {
        return new BlockProvenance(
                ban,
                begunBy,
                endSetBy,
                droppedBy,
                Stream.of(withAll.begunBy, withAll.endSetBy)
                        .flatMap(Optional::stream)
                        .filter(BlockProvenance::isWithdrawn)
                        .findFirst());
    }

    private static boolean isWithdrawn(Registration act) {
        return act instanceof Registration.Complaint complaint
                && complaint.withdrawn().isPresent();
    }
}
