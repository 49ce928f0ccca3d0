package jinbo.registry.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Sector;
import jinbo.registry.Interval;

/**
 * What is registered of a number now. Holds neither the number nor anything that gives it away.
 *
 * @param at now
 * @param knowledge whether anything is known of it
 * @param sectors the blocks that count for all insurers of a sector but those with a block of their own
 * @param insurers the blocks that insurers have of their own
 * @param lastRegistration what its holder has registered last
 */
public record CurrentBlocks(
        Instant at,
        NumberKnowledge knowledge,
        List<SectorBlock> sectors,
        List<InsurerBlock> insurers,
        Optional<RegistrationDetails> lastRegistration) {

    /** Whether any registration is about it. */
    public boolean isKnown() {
        return knowledge == NumberKnowledge.KNOWN;
    }

    /**
     * A block of a whole sector; it may be over.
     *
     * @param sector whose insurers
     * @param block from when until when
     */
    public record SectorBlock(Sector sector, Interval block) {}

    /**
     * A block of one insurer; it may be over.
     *
     * @param insurer who
     * @param block from when until when
     */
    public record InsurerBlock(InsurerCode insurer, Interval block) {}
}
