package jinbo.registry.blocklist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.accesslog.AccessPermit;
import jinbo.reference.business.BusinessLine;
import jinbo.registry.RegistryChanges;
import jinbo.registry.RegistryMoment;

/** What the lists of changes of a publication have in common: that of some lines since a moment is rendered and summed once. */
public final class SharedDeltas {

    private final RegistryChanges changes;
    private final Map<Since, Optional<SharedDelta>> known = new HashMap<>();

    /** What of a list decides what it has in common with others. */
    private record Since(List<BusinessLine> lines, RegistryMoment before) {}

    public SharedDeltas(RegistryChanges changes) {
        this.changes = changes;
    }

    RegistryChanges changes() {
        return changes;
    }

    /** The first that asks has it made; the others wait. Empty if it is more than memory is to hold. */
    synchronized Optional<SharedDelta> of(AccessPermit permit, List<BusinessLine> lines, RegistryMoment before) {
        return known.computeIfAbsent(
                new Since(lines, before),
                since -> changes.since(permit, lines, before).map(SharedDelta::of));
    }
}
