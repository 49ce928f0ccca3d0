package jinbo.batch.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.participant.insurer.Sector;
import jinbo.registry.DerivedBlocks;
import jinbo.registry.Interval;
import jinbo.registry.RegistryMoment;

/**
 * What an insurer's lists have told it at one moment of the number that is going by. A list says what was told at its own
 * moment; a delta also rests on what was told at that of the list before it.
 */
final class InsurerViewAtMoment {

    private final short insurer;
    private final Sector sector;
    private final RegistryMoment registryMoment;
    private final List<DerivedList> lists = new ArrayList<>();
    private long mobile;
    private Optional<Interval> block = Optional.empty();

    InsurerViewAtMoment(short insurer, Sector sector, RegistryMoment registryMoment) {
        this.insurer = insurer;
        this.sector = sector;
        this.registryMoment = registryMoment;
    }

    long revision() {
        return registryMoment.revision();
    }

    LocalDate day() {
        return registryMoment.day();
    }

    /** The lists that this moment matters to. */
    List<DerivedList> lists() {
        return lists;
    }

    void addList(DerivedList list) {
        lists.add(list);
    }

    /**
     * Notes what the blocks of a number said then.
     *
     * @return whether that was to be told: a block with a day on or after that of the moment
     */
    boolean take(long number, DerivedBlocks blocks) {
        mobile = number;
        block = blocks.of(insurer, sector)
                .filter(told ->
                        !told.isOver(registryMoment.day()) && told.effectiveOn().isBefore(told.expiresOn()));
        return block.isPresent();
    }

    /** What was told of a number, which is the last one taken or one of which there was nothing to take. */
    Optional<Interval> of(long number) {
        return mobile == number ? block : Optional.empty();
    }
}
