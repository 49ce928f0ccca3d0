package jinbo.registry;

import java.util.Optional;
import java.util.stream.Stream;
import jinbo.participant.insurer.LineParticipation;

/**
 * The block of a number for an insurer in a line at a moment, and the registrations that caused it. The block may be
 * over.
 *
 * @param endedByConsumer the consumer's choice that removed the block; only if there is no block
 * @param withdrawnComplaint the withdrawn complaint that would have begun a block; only if there is no block
 */
public record BlockProvenance(
        Optional<Interval> block,
        Optional<Registration> begunBy,
        Optional<Registration> endSetBy,
        Optional<Registration> endedByConsumer,
        Optional<Registration> withdrawnComplaint) {

    private static final BlockProvenance NONE = new BlockProvenance(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** @param blocks without blocks yet; is changed */
    static BlockProvenance fold(Stream<Registration> registrations, LineParticipation insurer, DerivedBlocks blocks) {
        BlockProvenance counted = NONE;
        for (Registration registration : registrations.toList()) {
            blocks.fold(registration);
            counted = counted.after(registration, blocks.of(insurer));
        }
        return counted;
    }

    private BlockProvenance after(Registration registration, Optional<Interval> now) {
        if (now.isEmpty()) {
            return block.isEmpty()
                    ? this
                    : new BlockProvenance(
                            now, Optional.empty(), Optional.empty(), Optional.of(registration), Optional.empty());
        }
        boolean sameBegin = block.map(Interval::effectiveOn).equals(now.map(Interval::effectiveOn));
        boolean sameEnd = block.map(Interval::expiresOn).equals(now.map(Interval::expiresOn));
        return new BlockProvenance(
                now,
                sameBegin ? begunBy : Optional.of(registration),
                sameEnd ? endSetBy : Optional.of(registration),
                Optional.empty(),
                Optional.empty());
    }

    /** @param withAll the provenance as it would be if nothing had been withdrawn */
    BlockProvenance withWithdrawn(BlockProvenance withAll) {
        return new BlockProvenance(
                block,
                begunBy,
                endSetBy,
                endedByConsumer,
                Stream.of(withAll.begunBy, withAll.endSetBy)
                        .flatMap(Optional::stream)
                        .filter(BlockProvenance::isWithdrawn)
                        .findFirst());
    }

    private static boolean isWithdrawn(Registration registration) {
        return registration instanceof Registration.Complaint complaint
                && complaint.withdrawn().isPresent();
    }
}
