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
public record CountedBan(
        Optional<Interval> ban,
        Optional<Act> begunBy,
        Optional<Act> endSetBy,
        Optional<Act> droppedBy,
        Optional<Act> takenBack) {

    private static final CountedBan NONE =
            new CountedBan(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** @param blocks that nothing was folded into yet */
    static CountedBan fold(Stream<Act> acts, Insurer insurer, DerivedBlocks blocks) {
        CountedBan counted = NONE;
        for (Act act : acts.toList()) {
            blocks.fold(act);
            counted = counted.after(act, blocks.of(insurer.id(), insurer.sector()));
        }
        return counted;
    }

    private CountedBan after(Act act, Optional<Interval> now) {
        if (now.isEmpty()) {
            return ban.isEmpty()
                    ? this
                    : new CountedBan(now, Optional.empty(), Optional.empty(), Optional.of(act), Optional.empty());
        }
        boolean sameBegin = ban.map(Interval::effectiveOn).equals(now.map(Interval::effectiveOn));
        boolean sameEnd = ban.map(Interval::expiresOn).equals(now.map(Interval::expiresOn));
        return new CountedBan(
                now,
                sameBegin ? begunBy : Optional.of(act),
                sameEnd ? endSetBy : Optional.of(act),
                Optional.empty(),
                Optional.empty());
    }

    /** @param withAll what would count if nothing had been withdrawn */
    CountedBan orTakenBack(CountedBan withAll) {
        return new CountedBan(
                ban,
                begunBy,
                endSetBy,
                droppedBy,
                Stream.of(withAll.begunBy, withAll.endSetBy)
                        .flatMap(Optional::stream)
                        .filter(CountedBan::isWithdrawn)
                        .findFirst());
    }

    private static boolean isWithdrawn(Act act) {
        return act instanceof Act.Complaint complaint && complaint.withdrawn().isPresent();
    }
}
