package jinbo.registry.blocklist;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jinbo.accesslog.AccessPermit;
import jinbo.participant.insurer.Sector;
import jinbo.registry.RegistryChanges;
import jinbo.registry.RegistryMoment;

/** What the lists of changes of a publication have in common: that of a sector since a moment is rendered and summed once. */
public final class SectorDeltas {

    private final RegistryChanges changes;
    private final Map<Since, Optional<SectorDelta>> known = new HashMap<>();

    /** What of a list decides what it has in common with others. */
    private record Since(Sector sector, RegistryMoment before) {}

    public SectorDeltas(RegistryChanges changes) {
        this.changes = changes;
    }

    RegistryChanges changes() {
        return changes;
    }

    /** The first that asks has it made; the others wait. Empty if it is more than memory is to hold. */
    synchronized Optional<SectorDelta> of(AccessPermit permit, Sector sector, RegistryMoment before) {
        return known.computeIfAbsent(
                new Since(sector, before),
                since -> changes.since(permit, sector, before).map(SectorDelta::of));
    }
}
