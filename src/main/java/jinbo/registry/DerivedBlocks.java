package jinbo.registry;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import jinbo.participant.insurer.Sector;

/**
 * The blocks of one number, derived from its registrations in order of revision, a registration at a time and in plain words
 * of rules 4 and 5. It shares no code with {@link FoldComplaints}, which brings blocks up to date with an upload, so that the two can be compared.
 *
 * <p>A sector's block counts for every insurer of the sector that has no block of its own.
 */
public final class DerivedBlocks {

    private final Map<Short, Sector> sectors;
    private final SortedMap<Short, Interval> byScope = new TreeMap<>();
    private final Map<Short, Short> successors = new HashMap<>();
    private Optional<LastChoice> lastChoice = Optional.empty();

    /**
     * The last thing that the holder of the number has said.
     *
     * @param on the day
     * @param chosen whether it was a choice, which holds until the next; else the number was released
     */
    private record LastChoice(LocalDate on, boolean chosen) {}

    /** @param sectors of all insurers, by id */
    DerivedBlocks(Map<Short, Sector> sectors) {
        this.sectors = sectors;
    }

    /** What counts for an insurer: its own block if it has one, else its sector's; empty if there is none. */
    public Optional<Interval> of(short insurer, Sector sector) {
        return Optional.ofNullable(byScope.getOrDefault(insurer, byScope.get(BlockScope.of(sector))));
    }

    /** What counts for the insurers of a sector that have no block of their own; empty if there is none. */
    public Optional<Interval> of(Sector sector) {
        return Optional.ofNullable(byScope.get(BlockScope.of(sector)));
    }

    /** The block that an insurer has of its own, beside its sector's; empty if there is none. */
    public Optional<Interval> ownBlockOf(short insurer) {
        return Optional.ofNullable(byScope.get(insurer));
    }

    /** All of them, by scope. */
    public SortedMap<Short, Interval> byScope() {
        return byScope;
    }

    /** The day of the holder's last registration, by which later complaints are judged. */
    public Optional<LocalDate> lastConsumerRegistrationOn() {
        return lastChoice.map(LastChoice::on);
    }

    void fold(Registration registration) {
        if (registration instanceof Registration.Complaint complaint) {
            complaint(complaint);
        } else if (registration instanceof Registration.Choice choice) {
            choice(choice);
        } else if (registration instanceof Registration.Release release) {
            byScope.clear();
            lastChoice = Optional.of(new LastChoice(release.stamp().on(), false));
        } else if (registration instanceof Registration.Succession succession) {
            succession(succession);
        }
    }

    private void complaint(Registration.Complaint registration) {
        if (lastChoice
                .filter(word -> !registration.complainedOn().isAfter(word.on()))
                .isPresent()) {
            return;
        }
        boolean uploaderAlone =
                lastChoice.filter(LastChoice::chosen).isPresent() || !BlockScope.isSector(registration.scope());
        LocalDate on = registration.stamp().on();
        if (uploaderAlone) {
            short insurer = inheritorOf(
                    BlockScope.isSector(registration.scope()) ? registration.uploader() : registration.scope());
            Optional<Interval> before = of(insurer, registration.sector());
            byScope.put(
                    insurer,
                    before.map(block -> block.after(registration.interval(), on))
                            .orElse(registration.interval()));
        } else {
            byScope.merge(registration.scope(), registration.interval(), (before, own) -> before.after(own, on));
            ownBlocksIn(registration.sector())
                    .forEach(insurer -> byScope.computeIfPresent(
                            insurer, (id, before) -> before.after(registration.interval(), on)));
        }
    }

    private void choice(Registration.Choice registration) {
        SortedMap<Short, Interval> chosen = new TreeMap<>();
        LocalDate on = registration.stamp().on();
        for (short scope : registration.scopes()) {
            if (BlockScope.isSector(scope)) {
                chosen.put(scope, kept(Optional.ofNullable(byScope.get(scope)), registration.interval(), on));
                byScope.forEach((insurer, before) -> {
                    if (!BlockScope.isSector(insurer) && BlockScope.of(sectorOf(insurer)) == scope) {
                        chosen.put(insurer, kept(Optional.of(before), registration.interval(), on));
                    }
                });
            }
        }
        for (short scope : registration.scopes()) {
            if (scope != BlockScope.NOBODY && !BlockScope.isSector(scope)) {
                short insurer = inheritorOf(scope);
                Sector sector = sectorOf(insurer);
                if (!chosen.containsKey(BlockScope.of(sector))) {
                    chosen.put(insurer, kept(of(insurer, sector), registration.interval(), on));
                }
            }
        }
        byScope.clear();
        byScope.putAll(chosen);
        lastChoice = Optional.of(new LastChoice(on, true));
    }

    private void succession(Registration.Succession registration) {
        successors.put(registration.from(), registration.to());
        LocalDate on = registration.stamp().on();
        Optional<Interval> inherited =
                of(registration.from(), registration.sector()).filter(block -> !block.isOver(on));
        if (inherited.isPresent()) {
            Optional<Interval> own = of(registration.to(), registration.sector());
            Interval both = own.map(block -> block.after(inherited.get(), on)).orElse(inherited.get());
            if (!own.equals(Optional.of(both))) {
                byScope.put(registration.to(), both);
            }
        }
    }

    /** Rule 4: {@code [E, x)} for one that had to keep quiet, {@code [e, x)} for one that had not. */
    private static Interval kept(Optional<Interval> before, Interval chosen, LocalDate on) {
        return before.filter(block -> !block.isOver(on))
                .map(block -> new Interval(block.effectiveOn(), chosen.expiresOn()))
                .orElse(chosen);
    }

    private List<Short> ownBlocksIn(Sector sector) {
        return byScope.keySet().stream()
                .filter(scope -> !BlockScope.isSector(scope) && sectorOf(scope) == sector)
                .toList();
    }

    private short inheritorOf(short insurer) {
        short last = insurer;
        while (successors.containsKey(last)) {
            last = successors.get(last);
        }
        return last;
    }

    private Sector sectorOf(short insurer) {
        Sector sector = sectors.get(insurer);
        if (sector == null) {
            throw new IllegalStateException("There is no insurer with the id " + insurer);
        }
        return sector;
    }
}
