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
        Consumer<TouchedNumber> visit =
                number -> number.changesFor(lines, period).forEach(change -> {
                    consumer.accept(change);
                    changed[0]++;
                });
        kept(period).ifPresentOrElse(numbers -> numbers.forEach(visit), () -> reader.read(period, visit));
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

    record RegistryPeriod(RegistryMoment before, RegistryMoment after) {}

    /**
     * The numbers that may differ between lists of two moments, because of a later registration or the end of a block. The
     * time is proportional to the registrations since then, to those with a block that may end in between, and to their
     * batches.
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

        /** Months differ by up to three days, and {@link Term#end} adds one. */
        private static final int DAYS_AROUND = 4;

        PreparedStatement statement(Connection connection) throws SQLException {
            return NumberSql.prepare(
                    connection,
                    REGISTRATIONS,
                    period.before().revision(),
                    period.after().revision(),
                    connection.createArrayOf("date", startDaysOfEndingBlocks().toArray()),
                    period.before().day(),
                    period.after().day());
        }

        /** First days of blocks that end in the period: every block ends with the term of a registration. */
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
