package jinbo.registry;

import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.NumberAccessTemplate;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.Sector;

/**
 * The registry's blocks at one revision, read under an access of their own and shown to those who have announced theirs: several
 * insurers' side by side.
 */
public final class RegistryBlocks {

    private final NumberAccessTemplate gate;
    private final BlockChunks stripes;

    RegistryBlocks(NumberAccessTemplate gate, BlockChunks stripes) {
        this.gate = gate;
        this.stripes = stripes;
    }

    /**
     * Tells the blocks of one insurer that are in force on a day or begin later, in order of the numbers.
     *
     * @param permit the access that was announced to tell this insurer
     * @param insurer whose blocks; its own block of a number stands before its sector's
     * @param day blocks that are over on this day are left out
     * @throws RegistryReadException if the database fails, or holds a block of days before 2000 or behind 2089
     */
    public void of(AccessPermit permit, Insurer insurer, LocalDate day, BlockSink sink) {
        each(permit, stripe -> stripe.forEachListed(insurer.id(), BlockScope.of(insurer.sector()), day, sink));
    }

    /**
     * Tells what a sector's insurers are told that have no blocks of their own, in order of the numbers.
     *
     * @param permit the access that was announced to tell one of them
     * @param day blocks that are over on this day are left out
     * @throws RegistryReadException if the database fails
     */
    public void of(AccessPermit permit, Sector sector, LocalDate day, BlockSink sink) {
        each(permit, stripe -> stripe.forEachListed(BlockScope.NOBODY, BlockScope.of(sector), day, sink));
    }

    /**
     * The same in parts, several at once: for what does not depend on the order.
     *
     * @param sinks makes one for each part, of which each gets calls from one thread
     */
    public void inParts(AccessPermit permit, Sector sector, LocalDate day, Supplier<? extends BlockSink> sinks) {
        each(permit, stripe -> stripe.forEachListedInParallel(BlockScope.of(sector), day, sinks));
    }

    /**
     * Tells what an insurer's own blocks make different from what its sector is told, in order of the numbers.
     *
     * @param permit the access that was announced to tell this insurer
     * @param day blocks that are over on this day are none
     * @throws RegistryReadException if the database fails
     */
    public void differing(AccessPermit permit, Insurer insurer, LocalDate day, Consumer<BlockChange> consumer) {
        each(permit, stripe -> stripe.differing(insurer.id(), BlockScope.of(insurer.sector()), day, consumer));
    }

    /** What others have had read is an access all the same. */
    private void each(AccessPermit permit, Consumer<SortedBlocks> consumer) {
        gate.requireStarted(permit);
        stripes.forEachChunk(consumer);
    }
}
