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
 * @param sectors the bans that count for all insurers of a sector but those with a ban of their own
 * @param insurers the bans that insurers have of their own
 * @param lastWord the last thing that its holder has said
 */
public record CurrentBlocks(
        Instant at,
        NumberKnowledge knowledge,
        List<SectorBlock> sectors,
        List<InsurerBlock> insurers,
        Optional<RegistrationDetails> lastWord) {

    /** Whether any act is about it. */
    public boolean isKnown() {
        return knowledge == NumberKnowledge.KNOWN;
    }

    /**
     * A ban of a whole sector; it may be over.
     *
     * @param sector whose insurers
     * @param ban from when until when
     */
    public record SectorBlock(Sector sector, Interval ban) {}

    /**
     * A ban of one insurer; it may be over.
     *
     * @param insurer who
     * @param ban from when until when
     */
    public record InsurerBlock(InsurerCode insurer, Interval ban) {}
}
