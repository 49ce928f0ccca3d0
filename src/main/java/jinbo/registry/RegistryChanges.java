package jinbo.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.NumberAccessTemplate;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.phone.Mobile;

/**
 * The changes since earlier moments, read under an access of its own: once for all insurers with the same moment if
 * they fit into memory, else for each. Callers have begun an access of their own.
 */
public final class RegistryChanges {

    private final NumberAccessTemplate gate;
    private final Reader reader;
    private final RegistryMoment now;
    private final int most;
    private final Map<RegistryMoment, Optional<List<TouchedNumber>>> kept = new HashMap<>();
    private int keptNumbers;

    /** @param most how many numbers are kept */
    RegistryChanges(NumberAccessTemplate gate, Reader reader, RegistryMoment now, int most) {
        this.gate = gate;
        this.reader = reader;
        this.now = now;
        this.most = most;
    }

    @FunctionalInterface
    interface Reader {
        void read(RegistryPeriod period, Consumer<TouchedNumber> consumer);
    }

    /**
     * Visits an insurer's changes by number and line, in time proportional to the registrations since {@code before}.
     *
     * @param lines that the insurer sells at both moments, in order
     * @return how many blocks have changed
     */
    public long since(
            AccessPermit permit, List<LineParticipation> lines, RegistryMoment before, Consumer<BlockChange> consumer) {
        gate.requireStarted(permit);
        RegistryPeriod period = new RegistryPeriod(before, now);
        long[] changed = {0};
        Consumer<TouchedNumber> tell =
                number -> number.changesFor(lines, period).forEach(change -> {
                    consumer.accept(change);
                    changed[0]++;
                });
        kept(period).ifPresentOrElse(numbers -> numbers.forEach(tell), () -> reader.read(period, tell));
        return changed[0];
    }

    /** The changes for insurers of these lines without own blocks, by number and line; empty if memory is too small. */
    public Optional<List<BlockChange>> since(AccessPermit permit, List<BusinessLine> lines, RegistryMoment before) {
        gate.requireStarted(permit);
        RegistryPeriod period = new RegistryPeriod(before, now);
        return kept(period)
                .map(numbers -> numbers.stream()
                        .flatMap(number -> number.sharedChanges(lines, period).stream())
                        .toList());
    }

    /**
     * The changes, which may be none, of numbers for which an insurer has blocks of its own.
     *
     * @throws IllegalStateException if {@link #since(AccessPermit, List, RegistryMoment)} is empty
     */
    public SortedMap<Long, List<BlockChange>> ownChangesSince(
            AccessPermit permit, List<LineParticipation> lines, RegistryMoment before) {
        gate.requireStarted(permit);
        RegistryPeriod period = new RegistryPeriod(before, now);
        SortedMap<Long, List<BlockChange>> own = new TreeMap<>();
        for (TouchedNumber number :
                kept(period).orElseThrow(() -> new IllegalStateException("These changes are too many to be kept"))) {
            if (number.hasOwnBlockOf(lines)) {
                own.put(number.mobile(), number.changesFor(lines, period));
            }
        }
        return own;
    }

    private synchronized Optional<List<TouchedNumber>> kept(RegistryPeriod period) {
        return kept.computeIfAbsent(period.before(), before -> {
            BoundedList<TouchedNumber> numbers = new BoundedList<>(most - keptNumbers);
            reader.read(period, numbers);
            keptNumbers += numbers.contentIfComplete().map(List::size).orElse(0);
            return numbers.contentIfComplete();
        });
    }

    /** Collects elements up to a limit; drops all of them beyond it. */
    static final class BoundedList<T> implements Consumer<T> {

        private final List<T> shown = new ArrayList<>();
        private final int most;
        private boolean fits = true;

        BoundedList(int most) {
            this.most = most;
        }

        @Override
        public void accept(T one) {
            fits &= shown.size() < most;
            if (fits) {
                shown.add(one);
            } else {
                shown.clear();
            }
        }

        /** Empty if there were too many elements. */
        Optional<List<T>> contentIfComplete() {
            return fits ? Optional.of(List.copyOf(shown)) : Optional.empty();
        }
    }

    /** A number that may have changed on lists, with its blocks at two moments. */
    record TouchedNumber(long mobile, DerivedBlocks before, DerivedBlocks after) {

        static TouchedNumber of(long mobile, NumberHistory history, RegistryPeriod period) {
            return new TouchedNumber(
                    mobile,
                    history.asOf(period.before().revision()),
                    history.asOf(period.after().revision()));
        }

        /** @param lines that the insurer sells at both moments */
        List<BlockChange> changesFor(List<LineParticipation> lines, RegistryPeriod period) {
            return lines.stream()
                    .flatMap(line -> change(line.line(), before.of(line), after.of(line), period).stream())
                    .toList();
        }

        /** The changes for insurers that have no blocks of their own. */
        List<BlockChange> sharedChanges(List<BusinessLine> lines, RegistryPeriod period) {
            return lines.stream()
                    .flatMap(line -> change(line, before.of(line), after.of(line), period).stream())
                    .toList();
        }

        /** True if the insurer has a block of its own at one of the moments, so its change may differ. */
        boolean hasOwnBlockOf(List<LineParticipation> lines) {
            return lines.stream()
                    .anyMatch(line -> before.ownBlockOf(line).isPresent()
                            || after.ownBlockOf(line).isPresent());
        }

        private Optional<BlockChange> change(
                BusinessLine line, Optional<Interval> before, Optional<Interval> after, RegistryPeriod period) {
            Optional<Interval> then =
                    before.filter(block -> block.isListedOn(period.before().day()));
            Optional<Interval> now =
                    after.filter(block -> block.isListedOn(period.after().day()));
            return then.equals(now)
                    ? Optional.empty()
                    : Optional.of(new BlockChange(new Mobile(mobile), line.code(), then, now));
        }
    }
}
