package jinbo.registry.history;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.accesslog.Actor;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.Sector;
import jinbo.reference.phone.Mobile;
import jinbo.registry.DerivedBlocks;
import jinbo.registry.NumberHistory;
import org.springframework.stereotype.Component;

/** Says what is registered of a number now; that is itself an access to the number. */
@Component
public class ShowCurrentBlocks {

    private final LookupAccessTemplate lookUp;
    private final DescribeRegistrations describeRegistrations;
    private final Insurers insurers;
    private final Clock clock;

    ShowCurrentBlocks(
            LookupAccessTemplate lookUp, DescribeRegistrations describeRegistrations, Insurers insurers, Clock clock) {
        this.lookUp = lookUp;
        this.describeRegistrations = describeRegistrations;
        this.insurers = insurers;
        this.clock = clock;
    }

    /**
     * Says it.
     *
     * @param reason why, without numbers
     */
    public CurrentBlocks of(Mobile mobile, Actor actor, String reason) {
        return lookUp.of(mobile, Optional.empty(), actor, reason, this::standing);
    }

    private CurrentBlocks standing(LookupAccessTemplate.Found found) {
        Instant now = clock.instant();
        NumberHistory history = found.history();
        DerivedBlocks blocks = history.asOf(now);
        List<CurrentBlocks.SectorBlock> ofSectors = Stream.of(Sector.values())
                .flatMap(
                        sector -> blocks.of(sector).map(block -> new CurrentBlocks.SectorBlock(sector, block)).stream())
                .toList();
        List<CurrentBlocks.InsurerBlock> ofInsurers = insurers.all().stream()
                .flatMap(
                        insurer -> blocks
                                .ownBlockOf(insurer.id())
                                .map(block -> new CurrentBlocks.InsurerBlock(insurer.code(), block))
                                .stream())
                .toList();
        return new CurrentBlocks(
                now,
                found.knowledge(now),
                ofSectors,
                ofInsurers,
                history.lastRegistration(now).map(describeRegistrations::of));
    }
}
