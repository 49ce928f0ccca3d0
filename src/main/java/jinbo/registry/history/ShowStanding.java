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
public class ShowStanding {

    private final AnnouncedLookUp lookUp;
    private final NameActs nameActs;
    private final Insurers insurers;
    private final Clock clock;

    ShowStanding(AnnouncedLookUp lookUp, NameActs nameActs, Insurers insurers, Clock clock) {
        this.lookUp = lookUp;
        this.nameActs = nameActs;
        this.insurers = insurers;
        this.clock = clock;
    }

    /**
     * Says it.
     *
     * @param reason why, without numbers
     */
    public NumberStanding of(Mobile mobile, Actor actor, String reason) {
        return lookUp.of(mobile, Optional.empty(), actor, reason, this::standing);
    }

    private NumberStanding standing(AnnouncedLookUp.Found found) {
        Instant now = clock.instant();
        NumberHistory history = found.history();
        DerivedBlocks blocks = history.asOf(now);
        List<NumberStanding.OfSector> ofSectors = Stream.of(Sector.values())
                .flatMap(sector -> blocks.of(sector).map(ban -> new NumberStanding.OfSector(sector, ban)).stream())
                .toList();
        List<NumberStanding.OfInsurer> ofInsurers = insurers.all().stream()
                .flatMap(insurer ->
                        blocks
                                .ownOf(insurer.id())
                                .map(ban -> new NumberStanding.OfInsurer(insurer.code(), ban))
                                .stream())
                .toList();
        return new NumberStanding(
                now,
                found.knowledge(now),
                ofSectors,
                ofInsurers,
                history.lastWord(now).map(nameActs::of));
    }
}
