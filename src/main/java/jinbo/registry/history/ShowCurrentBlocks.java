package jinbo.registry.history;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.participant.insurer.InsurerLine;
import jinbo.participant.insurer.Insurers;
import jinbo.reference.business.BusinessLines;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;
import jinbo.registry.DerivedBlocks;
import jinbo.registry.Interval;
import jinbo.registry.NumberHistory;
import org.springframework.stereotype.Component;

/** Shows the present blocks of a number; logged as an access to the number. */
@Component
public record ShowCurrentBlocks(
        LookupAccessTemplate lookUp,
        DescribeRegistrations describeRegistrations,
        Insurers insurers,
        BusinessLines lines,
        Clock clock) {

    /** @param reason for the access log; must not contain a phone number */
    public CurrentBlocks of(Mobile mobile, Actor actor, String reason) {
        return lookUp.of(mobile, Optional.empty(), actor, reason, this::standing);
    }

    private CurrentBlocks standing(LookupAccessTemplate.Found found) {
        Instant now = clock.instant();
        NumberHistory history = found.history();
        DerivedBlocks blocks = history.asOf(now);
        List<CurrentBlocks.LineBlock> ofLines = lines.all().stream()
                .flatMap(line -> blocks.of(line).map(block -> new CurrentBlocks.LineBlock(line.code(), block)).stream())
                .toList();
        List<CurrentBlocks.InsurerBlock> ofInsurers = insurers.all().stream()
                .flatMap(insurer -> insurer.lines().stream())
                .flatMap(
                        insurer -> blocks
                                .ownBlockOf(insurer)
                                .map(block -> new CurrentBlocks.InsurerBlock(insurer.name(), block))
                                .stream())
                .toList();
        return new CurrentBlocks(
                now,
                found.knowledge(now),
                ofLines,
                ofInsurers,
                history.lastRegistration(now).map(describeRegistrations::of));
    }

    /** The present blocks of a number, without the number. An insurer's own block replaces the block of the line. */
    public record CurrentBlocks(
            Instant at,
            NumberKnowledge knowledge,
            List<LineBlock> lines,
            List<InsurerBlock> insurers,
            Optional<RegistrationDetails> lastRegistration) {

        public boolean isKnown() {
            return knowledge == NumberKnowledge.KNOWN;
        }

        public record LineBlock(LineCode line, Interval block) {}

        public record InsurerBlock(InsurerLine insurer, Interval block) {}
    }
}
