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
 * What has changed in the registry since earlier moments, read under an access of its own and shown to those who have announced theirs:
 * once for all insurers that know the same moment, as long as memory is to hold it; else for each of them.
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
        void read(RegistryPeriod registryPeriod, Consumer<TouchedNumber> consumer);
    }

    /**
     * Tells what has changed for an insurer since an earlier moment, in order of numbers and lines; in time proportional to the
     * registrations since then, not to the registry.
     *
     * @param lines that the insurer sells at both moments, in order
     * @return how many blocks have changed
     * @throws RegistryReadException if the database fails
     */
    public long since(
            AccessPermit permit, List<LineParticipation> lines, RegistryMoment before, Consumer<BlockChange> consumer) {
        gate.requireStarted(permit);
        RegistryPeriod registryPeriod = new RegistryPeriod(before, now);
        long[] changed = {0};
        Consumer<TouchedNumber> tell =
                number -> number.changesFor(lines, registryPeriod).forEach(change -> {
                    consumer.accept(change);
                    changed[0]++;
                });
        kept(registryPeriod).ifPresentOrElse(numbers -> numbers.forEach(tell), () -> reader.read(registryPeriod, tell));
        return changed[0];
    }

    /**
     * What has changed since an earlier moment for insurers that sell these lines and have no blocks of their own, in order of numbers and
     * lines.
     *
     * @param permit the access that was announced to tell one of them
     * @return empty if it is more than memory is to hold
     * @throws RegistryReadException if the database fails
     */
    public Optional<List<BlockChange>> since(AccessPermit permit, List<BusinessLine> lines, RegistryMoment before) {
        gate.requireStarted(permit);
        RegistryPeriod registryPeriod = new RegistryPeriod(before, now);
        return kept(registryPeriod)
                .map(numbers -> numbers.stream()
                        .flatMap(number -> number.sharedChanges(lines, registryPeriod).stream())
                        .toList());
    }

    /**
     * What has become of the numbers for which an insurer has blocks of its own, changed or not, in their order; only where {@link
     * #since(AccessPermit, List, RegistryMoment)} has an answer.
     *
     * @throws IllegalStateException if it has none
     */
    public SortedMap<Long, List<BlockChange>> ownChangesSince(
            AccessPermit permit, List<LineParticipation> lines, RegistryMoment before) {
        gate.requireStarted(permit);
        RegistryPeriod registryPeriod = new RegistryPeriod(before, now);
        SortedMap<Long, List<BlockChange>> own = new TreeMap<>();
        for (TouchedNumber number : kept(registryPeriod)
                .orElseThrow(() -> new IllegalStateException("These changes are too many to be kept"))) {
            if (number.hasOwnBlockOf(lines)) {
                own.put(number.mobile(), number.changesFor(lines, registryPeriod));
            }
        }
        return own;
    }

    private synchronized Optional<List<TouchedNumber>> kept(RegistryPeriod registryPeriod) {
        return kept.computeIfAbsent(registryPeriod.before(), before -> {
            BoundedList<TouchedNumber> numbers = new BoundedList<>(most - keptNumbers);
            reader.read(registryPeriod, numbers);
            keptNumbers += numbers.contentIfComplete().map(List::size).orElse(0);
            return numbers.contentIfComplete();
        });
    }

    /** Keeps what it is shown, unless that becomes too much: then nothing. */
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

        /** All of them, if they were not too many. */
        Optional<List<T>> contentIfComplete() {
            return fits ? Optional.of(List.copyOf(shown)) : Optional.empty();
        }
    }

    /** A number that may have changed on lists, and what its registrations had made of it at two moments. */
    record TouchedNumber(long mobile, DerivedBlocks before, DerivedBlocks after) {

        static TouchedNumber of(long mobile, NumberHistory history, RegistryPeriod registryPeriod) {
            return new TouchedNumber(
                    mobile,
                    history.asOf(registryPeriod.before().revision()),
                    history.asOf(registryPeriod.after().revision()));
        }

        /** What has changed for one insurer, by line; these are the lines that it sells at both moments. */
        List<BlockChange> changesFor(List<LineParticipation> lines, RegistryPeriod registryPeriod) {
            return lines.stream()
                    .flatMap(line -> change(line.line(), before.of(line), after.of(line), registryPeriod).stream())
                    .toList();
        }

        /** What has changed for insurers that sell these lines and have no blocks of their own, by line. */
        List<BlockChange> sharedChanges(List<BusinessLine> lines, RegistryPeriod registryPeriod) {
            return lines.stream()
                    .flatMap(line -> change(line, before.of(line), after.of(line), registryPeriod).stream())
                    .toList();
        }

        /**
         * Whether an insurer has a block of its own at one of the moments, which may make its change another one than
         * that of others.
         */
        boolean hasOwnBlockOf(List<LineParticipation> lines) {
            return lines.stream()
                    .anyMatch(line -> before.ownBlockOf(line).isPresent()
                            || after.ownBlockOf(line).isPresent());
        }

        private Optional<BlockChange> change(
                BusinessLine line, Optional<Interval> before, Optional<Interval> after, RegistryPeriod registryPeriod) {
            Optional<Interval> then = before.filter(
                    block -> block.isListedOn(registryPeriod.before().day()));
            Optional<Interval> now = after.filter(
                    block -> block.isListedOn(registryPeriod.after().day()));
            return then.equals(now)
                    ? Optional.empty()
                    : Optional.of(new BlockChange(new Mobile(mobile), line.code(), then, now));
        }
    }
}
