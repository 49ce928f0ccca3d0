package jinbo.batch.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.business.LineCode;
import jinbo.registry.DerivedBlocks;
import jinbo.registry.Interval;
import jinbo.registry.RegistryMoment;

/**
 * What an insurer's lists have told it at one moment of the number that is going by. A list says what was told at its own
 * moment; a delta also rests on what was told at that of the list before it.
 */
final class InsurerViewAtMoment {

    private final List<LineParticipation> lines;
    private final RegistryMoment registryMoment;
    private final List<DerivedList> lists = new ArrayList<>();
    private final SortedMap<LineCode, Interval> blocks = new TreeMap<>();
    private long mobile;

    /** @param lines that its list told of */
    InsurerViewAtMoment(List<LineParticipation> lines, RegistryMoment registryMoment) {
        this.lines = lines;
        this.registryMoment = registryMoment;
    }

    long revision() {
        return registryMoment.revision();
    }

    LocalDate day() {
        return registryMoment.day();
    }

    List<DerivedList> lists() {
        return lists;
    }

    void addList(DerivedList list) {
        lists.add(list);
    }

    /**
     * Notes what the blocks of a number said then.
     *
     * @return whether any of that was to be told: a block with a day on or after that of the moment
     */
    boolean take(long number, DerivedBlocks derived) {
        mobile = number;
        blocks.clear();
        for (LineParticipation line : lines) {
            derived.of(line)
                    .filter(told -> !told.isOver(registryMoment.day())
                            && told.effectiveOn().isBefore(told.expiresOn()))
                    .ifPresent(told -> blocks.put(line.code(), told));
        }
        return !blocks.isEmpty();
    }

    /** What was told of a number, which is the last one taken or one of which there was nothing to take, by line. */
    SortedMap<LineCode, Interval> of(long number) {
        return mobile == number ? blocks : Collections.emptySortedMap();
    }
}
