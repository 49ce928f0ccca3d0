package jinbo.registry;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jinbo.insurer.Sector;

/**
 * The blocks of one number, derived from its acts in order of revision, an act at a time and in plain words of rule 4; it
 * shares no code with the SQL that keeps the blocks up to date, so that the two can be compared.
 */
public final class DerivedBlocks {

    private final Map<Short, Interval> byScope = new TreeMap<>();
    private final Map<Short, Sector> sectorOfInsurer = new HashMap<>();

    /**
     * Folds a complaint in.
     *
     * @param scope an insurer's id, or what stands for a sector, as the act has it
     * @param sector the uploader's
     * @param ban the complaint's own
     * @param registeredOn the day on which it was registered
     */
    public void complaint(short scope, Sector sector, Interval ban, LocalDate registeredOn) {
        if (BlockScope.isSector(scope)) {
            fold(scope, ban, registeredOn);
            sectorOfInsurer.forEach((insurer, its) -> {
                if (its == sector) {
                    fold(insurer, ban, registeredOn);
                }
            });
        } else {
            Interval ofSector = byScope.get(BlockScope.of(sector));
            if (sectorOfInsurer.putIfAbsent(scope, sector) == null && ofSector != null) {
                byScope.put(scope, ofSector);
            }
            fold(scope, ban, registeredOn);
        }
    }

    /** What counts for an insurer: its own block where any act named it alone, else its sector's; empty if there is none. */
    public Optional<Interval> of(short insurer, Sector sector) {
        return Optional.ofNullable(byScope.getOrDefault(insurer, byScope.get(BlockScope.of(sector))));
    }

    /** All of them, by scope. */
    public Map<Short, Interval> byScope() {
        return byScope;
    }

    /** Forgets the number, for the next one. */
    public void clear() {
        byScope.clear();
        sectorOfInsurer.clear();
    }

    private void fold(short scope, Interval ban, LocalDate registeredOn) {
        byScope.merge(scope, ban, (before, complaint) -> before.after(complaint, registeredOn));
    }
}
