package jinbo.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.NumberAccessTemplate;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.business.BusinessLine;

/**
 * The registry's blocks at one revision, read under an access of their own and shown to those who have announced theirs: several
 * insurers' side by side.
 */
public final class RegistryBlocks {

    private final NumberAccessTemplate gate;
    private final BlockChunks chunks;

    RegistryBlocks(NumberAccessTemplate gate, BlockChunks chunks) {
        this.gate = gate;
        this.chunks = chunks;
    }

    /**
     * Tells the blocks of one insurer that are in force on a day or begin later, in order of numbers and lines.
     *
     * @param permit the access that was announced to tell this insurer
     * @param lines that it sells, in order; its own block of a number stands before the line's
     * @param day blocks that are over on this day are left out
     * @throws RegistryReadException if the database fails, or holds a block of days before 2000 or behind 2089
     */
    public void of(AccessPermit permit, List<LineParticipation> lines, LocalDate day, BlockSink sink) {
        each(permit, chunk -> chunk.forEachListed(lines, day, sink));
    }

    /**
     * Tells what insurers in these lines are told that have no blocks of their own, in order of numbers and lines.
     *
     * @param permit the access that was announced to tell one of them
     * @param day blocks that are over on this day are left out
     * @throws RegistryReadException if the database fails
     */
    public void shared(AccessPermit permit, List<BusinessLine> lines, LocalDate day, BlockSink sink) {
        each(permit, chunk -> chunk.forEachShared(lines, day, sink));
    }

    /**
     * The same of one line in parts, several at once: for what does not depend on the order.
     *
     * @param sinks makes one for each part, of which each gets calls from one thread
     */
    public void inParts(AccessPermit permit, BusinessLine line, LocalDate day, Supplier<? extends BlockSink> sinks) {
        each(permit, chunk -> chunk.forEachListedInParallel(line, day, sinks));
    }

    /**
     * Tells what an insurer's own blocks make different from what others in its lines are told, line by line.
     *
     * @param day blocks that are over on this day are none
     * @throws RegistryReadException if the database fails
     */
    public void differing(
            AccessPermit permit, List<LineParticipation> lines, LocalDate day, Consumer<BlockChange> consumer) {
        each(permit, chunk -> lines.forEach(line -> chunk.differing(line, day, consumer)));
    }

    /** What others have had read is an access all the same. */
    private void each(AccessPermit permit, Consumer<SortedBlocks> consumer) {
        gate.requireStarted(permit);
        chunks.forEachChunk(consumer);
    }
}
