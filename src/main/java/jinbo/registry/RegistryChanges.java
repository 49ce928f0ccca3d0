package jinbo.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.NumberAccessTemplate;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.phone.Mobile;

/**
 * How blocks have changed between an earlier moment (that of an insurer's previous list) and now. The changes are read
 * under an access of this object. They are read once for all insurers with the same earlier moment if they fit into
 * memory, otherwise again for each insurer. Each caller must have begun an access of its own.
 */
public final class RegistryChanges {

    private final NumberAccessTemplate gate;
    private final Reader reader;
    private final RegistryMoment now;
    private final int limit;
    private final Map<RegistryMoment, Optional<List<TouchedNumber>>> kept = new HashMap<>();
    private int keptNumbers;

    RegistryChanges(NumberAccessTemplate gate, Reader reader, RegistryMoment now, int limit) {
        this.gate = gate;
        this.reader = reader;
        this.now = now;
        this.limit = limit;
    }

    @FunctionalInterface
    interface Reader {
        void read(RegistryPeriod period, Consumer<TouchedNumber> consumer);
    }

    /**
     * Visits an insurer's changes, sorted by number and line. The time is proportional to the number of registrations
     * since {@code before}.
     *
     * @param lines the lines that the insurer sells at both moments, sorted
     * @return how many blocks have changed
     */
    public long since(
            AccessPermit permit, List<LineParticipation> lines, RegistryMoment before, Consumer<BlockChange> consumer) {
        gate.requireStarted(permit);
        RegistryPeriod period = new RegistryPeriod(before, now);
        long[] changed = {0};
        Consumer<TouchedNumber> visit =
                number -> number.changesFor(lines, period).forEach(change -> {
                    consumer.accept(change);
                    changed[0]++;
                });
        kept(period).ifPresentOrElse(numbers -> numbers.forEach(visit), () -> reader.read(period, visit));
        return changed[0];
    }

    /**
     * The changes for insurers of these lines that have no blocks of their own, sorted by number and line; empty if the
     * changes do not fit into memory.
     */
    public Optional<List<BlockChange>> since(AccessPermit permit, List<BusinessLine> lines, RegistryMoment before) {
        gate.requireStarted(permit);
        RegistryPeriod period = new RegistryPeriod(before, now);
        return kept(period)
                .map(numbers -> numbers.stream()
                        .flatMap(number -> number.sharedChanges(lines, period).stream())
                        .toList());
    }

    /**
     * The changes of those numbers for which an insurer has a block of its own. The list of a number is empty if
     * nothing changed for the insurer.
     *
     * @throws IllegalStateException if {@link #since(AccessPermit, List, RegistryMoment)} returns empty
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
            BoundedList<TouchedNumber> numbers = new BoundedList<>(limit - keptNumbers);
            reader.read(period, numbers);
            keptNumbers += numbers.contentIfComplete().map(List::size).orElse(0);
            return numbers.contentIfComplete();
        });
    }

    /** Collects elements up to a limit; if there are more, drops all of them. */
    static final class BoundedList<T> implements Consumer<T> {

        private final List<T> shown = new ArrayList<>();
        private final int limit;
        private boolean fits = true;

        BoundedList(int limit) {
            this.limit = limit;
        }

        @Override
        public void accept(T one) {
            fits &= shown.size() < limit;
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

    /** A number whose entry on lists may have changed, with its blocks at two moments. */
    record TouchedNumber(long mobile, DerivedBlocks before, DerivedBlocks after) {

        static TouchedNumber of(long mobile, NumberHistory history, RegistryPeriod period) {
            return new TouchedNumber(
                    mobile,
                    history.asOf(period.before().revision()),
                    history.asOf(period.after().revision()));
        }

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

        /** True if the insurer has its own block at one of the moments, so that its change may differ. */
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

    record RegistryPeriod(RegistryMoment before, RegistryMoment after) {}

    /**
     * Finds the numbers that may differ between the lists of two moments, because of a registration or the end of a
     * block in between. The time is proportional to the registrations in between, to the registrations whose block may
     * end in between, and to their batches.
     */
    record TouchedNumbers(RegistryPeriod period) {

        private static final String REGISTRATIONS = """
                with later as materialized (
                    select id, kind, insurer, successor from registration_batch where revision > ? and revision <= ?
                ), touched as materialized (
                    select r.mobile from later b
                    cross join lateral (select mobile from registration r where r.batch = b.id offset 0) r
                    union
                    select r.mobile from later b cross join lateral (%s) r where b.kind = 'WITHDRAWALS'
                    union
                    select k.mobile from later b
                    cross join lateral (select mobile from block k where k.scope in (%s) offset 0) k
                    where b.kind = 'SUCCESSION'
                    union
                    select r.mobile from unnest(?::date[]) as began (on_day)
                    cross join lateral (select id from registration_batch where effective_on = began.on_day offset 0) b
                    cross join lateral (select mobile, expires_on from registration r where r.batch = b.id offset 0) r
                    where r.expires_on > ? and r.expires_on <= ?
                    union
                    select mobile from registration_row where mobile is not null and expires_on > ? and expires_on <= ?
                )
                """.formatted(
                                RegistrationSql.WITHDRAWN_BY.formatted("b.id"),
                                RegistrationSql.OWN_SCOPES.formatted("b.insurer", "b.successor"))
                + RegistrationRowReader.COLUMNS
                + """
                from touched n
                %s
                cross join lateral (select * from registration_batch b where b.id = r.batch offset 0) b
                left join lateral (select * from withdrawal w
                                   where w.withdrawn_batch = r.batch and w.withdrawn_line = r.line offset 0) w on true
                left join lateral (select * from registration_batch wb where wb.id = w.batch offset 0) wb on true
                """.formatted(RegistrationSql.NUMBER)
                + RegistrationRowReader.IN_ORDER;

        /** Tolerance of the first day: months differ by up to three days, and {@link Term#end} may add one. */
        private static final int DAYS_AROUND = 4;

        PreparedStatement statement(Connection connection) throws SQLException {
            return NumberSql.prepare(
                    connection,
                    REGISTRATIONS,
                    period.before().revision(),
                    period.after().revision(),
                    connection.createArrayOf("date", startDaysOfEndingBlocks().toArray()),
                    period.before().day(),
                    period.after().day(),
                    period.before().day(),
                    period.after().day());
        }

        /** The possible first days of complaints' blocks that end in the period: each lasts for a known term. */
        private Set<LocalDate> startDaysOfEndingBlocks() {
            Set<LocalDate> days = new TreeSet<>();
            for (Term term : Term.values()) {
                LocalDate first =
                        period.before().day().minusMonths(term.months()).minusDays(DAYS_AROUND);
                LocalDate last = period.after().day().minusMonths(term.months()).plusDays(DAYS_AROUND);
                first.datesUntil(last)
                        .filter(day -> isIn(
                                term.end(day),
                                period.before().day(),
                                period.after().day()))
                        .forEach(days::add);
            }
            return days;
        }

        private static boolean isIn(LocalDate day, LocalDate after, LocalDate upTo) {
            return day.isAfter(after) && !day.isAfter(upTo);
        }
    }
}
