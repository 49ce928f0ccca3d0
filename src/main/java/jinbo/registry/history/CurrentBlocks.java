package jinbo.registry.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.participant.insurer.InsurerLine;
import jinbo.reference.business.LineCode;
import jinbo.registry.Interval;

/**
 * What is registered of a number now. Holds neither the number nor anything that gives it away.
 *
 * @param lines the blocks that count for all insurers of a line of business but those with a block of their own
 * @param insurers the blocks that insurers have of their own
 */
public record CurrentBlocks(
        Instant at,
        NumberKnowledge knowledge,
        List<LineBlock> lines,
        List<InsurerBlock> insurers,
        Optional<RegistrationDetails> lastRegistration) {

    public boolean isKnown() {
        return knowledge == NumberKnowledge.KNOWN;
    }

    /** A block of a whole line of business; it may be over. */
    public record LineBlock(LineCode line, Interval block) {}

    /** A block of one insurer in one line; it may be over. */
    public record InsurerBlock(InsurerLine insurer, Interval block) {}
}
