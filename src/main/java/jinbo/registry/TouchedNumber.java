package jinbo.registry;

import java.time.LocalDate;
import java.util.Optional;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.Sector;
import jinbo.reference.phone.Mobile;

/**
 * A number that may have changed on lists, and what its registrations had made of it at two moments.
 *
 * @param mobile the number
 * @param before its blocks at the earlier moment
 * @param after its blocks at the later one
 */
record TouchedNumber(long mobile, DerivedBlocks before, DerivedBlocks after) {

    static TouchedNumber of(long mobile, NumberHistory history, RegistryPeriod registryPeriod) {
        return new TouchedNumber(
                mobile,
                history.asOf(registryPeriod.before().revision()),
                history.asOf(registryPeriod.after().revision()));
    }

    /** What has changed for one insurer, if anything. */
    Optional<BlockChange> changeFor(Insurer insurer, RegistryPeriod registryPeriod) {
        return change(
                entryOf(before, insurer, registryPeriod.before().day()),
                entryOf(after, insurer, registryPeriod.after().day()));
    }

    /** What has changed for the insurers of a sector that have no blocks of their own, if anything. */
    Optional<BlockChange> changeFor(Sector sector, RegistryPeriod registryPeriod) {
        return change(
                before.of(sector)
                        .filter(block ->
                                block.isListedOn(registryPeriod.before().day())),
                after.of(sector)
                        .filter(block -> block.isListedOn(registryPeriod.after().day())));
    }

    /** Whether an insurer has a block of its own at one of the moments, which may make its change another one than its sector's. */
    boolean hasOwnBlockOf(Insurer insurer) {
        return before.ownBlockOf(insurer.id()).isPresent()
                || after.ownBlockOf(insurer.id()).isPresent();
    }

    private Optional<BlockChange> change(Optional<Interval> then, Optional<Interval> now) {
        return then.equals(now) ? Optional.empty() : Optional.of(new BlockChange(new Mobile(mobile), then, now));
    }

    private static Optional<Interval> entryOf(DerivedBlocks blocks, Insurer insurer, LocalDate day) {
        return blocks.of(insurer.id(), insurer.sector()).filter(block -> block.isListedOn(day));
    }
}
