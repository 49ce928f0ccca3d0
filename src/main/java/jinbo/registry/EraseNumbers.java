package jinbo.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.DestroyedSubjectKeys;
import jinbo.accesslog.KeyedHash;
import jinbo.accesslog.NumberAccessTemplate;
import jinbo.accesslog.SubjectKeys;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.faultpoint.FaultPointListener;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.EraseNumbers.RegistrationHashes.HashOfYear;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Erases numbers whose blocks have ended (rule 10 of {@code docs/rules.md}): replaces them by keyed hashes in all
 * registrations, and deletes everything that was derived from them. {@link EndedNumbers} defines which have ended.
 */
@Component
public record EraseNumbers(
        NumberAccessTemplate gate,
        AppendBatch append,
        SubjectKeys keys,
        DestroyedSubjectKeys destroyed,
        Erasures erasures,
        ObjectProvider<ErasureParticipant> participants,
        FaultPointListener faultPointListener,
        Clock clock) {

    /** The only way to change a registration; the program's database role has no other right to do so. */
    private static final String REPLACE = "select erase_registrations(?, ?, ?, ?)";

    private static final String DELETE_LAST_REGISTRATIONS =
            "delete from last_consumer_registration where mobile = any(?)";

    /**
     * Reads the next group of registered numbers, in order, and erases those of them that have ended, in the current
     * transaction. Under the registry lock it checks again that they have ended, because an upload may have registered
     * one again in the meantime. The caller repeats this with the returned progress.
     *
     * @throws jinbo.platform.home.HomeException if a key is lost; nothing is erased
     */
    public Result next(AccessPermit permit, ErasureProgress from) {
        AppendBatch.requireTransaction(permit);
        try {
            EndedNumbers.Group group = atGate(
                    permit,
                    connection -> new EndedNumbers(connection, from.endedBy()).group(from.after(), from.groupSize()));
            if (group.ended().isEmpty()) {
                return new Result(ErasureCount.NOTHING, from.after(group));
            }
            faultPointListener.reached(FaultPoint.ENDED_FOUND);
            append.lock();
            ErasureCount erasureCount = atGate(permit, connection -> erase(connection, group.ended(), from.endedBy()));
            if (erasureCount.numbers() > 0) {
                erasures.record(permit, from.endedBy(), clock.instant(), erasureCount);
            }
            return new Result(erasureCount, from.after(group));
        } catch (SQLException e) {
            throw new RegistryReadException(permit.access().object(), e);
        }
    }

    private ErasureCount erase(Connection connection, List<Long> found, LocalDate endedBy) throws SQLException {
        List<Long> ended = withoutRetained(connection, new EndedNumbers(connection, endedBy).among(found));
        List<HashOfYear> hashes =
                new RegistrationHashes(keys, destroyed.years(), BusinessTime.today(clock)).of(connection, ended);
        long registrations = replace(connection, hashes);
        removeBlocks(connection, ended);
        NumberSql.update(connection, DELETE_LAST_REGISTRATIONS, NumberSql.bigints(ended));
        for (ErasureParticipant participant : participants) {
            participant.delete(connection, ended);
        }
        return new ErasureCount(ended.size(), registrations);
    }

    private List<Long> withoutRetained(Connection connection, List<Long> numbers) throws SQLException {
        List<Long> left = new ArrayList<>(numbers);
        for (ErasureParticipant participant : participants) {
            left.removeAll(participant.findRetained(connection, left));
        }
        return left;
    }

    private static long replace(Connection connection, List<HashOfYear> hashes) throws SQLException {
        return NumberSql.longs(
                        connection,
                        REPLACE,
                        hashes.stream().map(HashOfYear::mobile).toArray(Long[]::new),
                        hashes.stream().map(HashOfYear::year).toArray(Integer[]::new),
                        hashes.stream().map(HashOfYear::epoch).toArray(Integer[]::new),
                        hashes.stream().map(HashOfYear::hash).toArray(byte[][]::new))
                .get(0);
    }

    /** Removes the blocks of the numbers without a new revision: these blocks had ended, so no list changes. */
    private void removeBlocks(Connection connection, List<Long> numbers) throws SQLException {
        long revision = append.currentRevision();
        BlockPages.each(connection, numbers, (pages, some) -> {
            for (long mobile : some) {
                pages.of(Thousand.of(mobile)).forEach(page -> page.remove(Thousand.place(mobile)));
            }
            pages.write(connection, revision);
        });
    }

    private <T> T atGate(AccessPermit permit, NumberAccessTemplate.Work<T, SQLException> work) throws SQLException {
        return gate.open(permit, append.connection(), work);
    }

    public record Result(ErasureCount erased, ErasureProgress progress) {}

    /**
     * Implemented by each part of the program that stores numbers outside the registry. Its methods run in the
     * transaction that erases, with the gate to the numbers open on the connection.
     */
    public interface ErasureParticipant {

        /** Returns the given numbers that must not be erased yet. */
        Set<Long> findRetained(Connection connection, List<Long> numbers) throws SQLException;

        /** @throws SQLException if the database fails; nothing is erased */
        void delete(Connection connection, List<Long> numbers) throws SQLException;
    }

    /**
     * The keyed hashes that replace numbers. A registration's hash is made with the key of its year, like the hash in
     * the digest of its batch, so that this digest does not change. If that key is destroyed, the key of the year of
     * the number's last registration is used, or else the key of this year.
     */
    static final class RegistrationHashes {

        private static final String YEARS = """
            select r.mobile, extract(year from b.registered_on)::int as year,
                   max(extract(year from greatest(b.registered_on, w.registered_on)))::int as last_year
            from unnest(?) as n (mobile)
            %s
            cross join lateral (select registered_on from registration_batch where id = r.batch offset 0) b
            left join lateral (select wb.registered_on from withdrawal w join registration_batch wb on wb.id = w.batch
                               where w.withdrawn_batch = r.batch and w.withdrawn_line = r.line offset 0) w on true
            group by 1, 2
            """.formatted(RegistrationSql.NUMBER);

        private final SubjectKeys keys;
        private final Set<Integer> destroyed;
        private final LocalDate today;
        private final Map<Integer, KeyedHash> hashes = new HashMap<>();

        /** @param destroyed years whose keys were destroyed on purpose; any other missing key is lost */
        RegistrationHashes(SubjectKeys keys, Set<Integer> destroyed, LocalDate today) {
            this.keys = keys;
            this.destroyed = Set.copyOf(destroyed);
            this.today = today;
        }

        /** The hash that replaces a number in its registrations of one year. */
        record HashOfYear(long mobile, int year, int epoch, byte[] hash) {

            @Override
            public String toString() {
                return "a hash for registrations of " + year + " under the key of " + epoch;
            }
        }

        /** @throws jinbo.platform.home.HomeException if a key is lost */
        List<HashOfYear> of(Connection connection, List<Long> numbers) throws SQLException {
            Map<Long, Integer> lastYears = new HashMap<>();
            List<HashOfYear> wanted = NumberSql.query(
                    connection,
                    YEARS,
                    (row, number) -> {
                        lastYears.merge(row.getLong(1), row.getInt(3), Math::max);
                        return new HashOfYear(row.getLong(1), row.getInt(2), 0, new byte[0]);
                    },
                    NumberSql.bigints(numbers));
            return wanted.stream()
                    .map(of -> hashed(of.mobile(), of.year(), lastYears.getOrDefault(of.mobile(), of.year())))
                    .toList();
        }

        private HashOfYear hashed(long mobile, int year, int lastYear) {
            int epoch = !destroyed.contains(year) ? year : !destroyed.contains(lastYear) ? lastYear : today.getYear();
            return new HashOfYear(
                    mobile,
                    year,
                    epoch,
                    hashes.computeIfAbsent(epoch, this::hashOf).of(mobile));
        }

        private KeyedHash hashOf(int epoch) {
            return epoch == today.getYear() ? keys.hashOn(today) : keys.hashOf(epoch);
        }
    }

    /**
     * Finds numbers that had ended by a day: all their blocks ended before it, and none of their registrations was made
     * or withdrawn after it. A number without a block ended on the day of its last registration. The gate to the
     * numbers must be open on the connection.
     */
    record EndedNumbers(Connection connection, LocalDate endedBy) {

        private static final String LAST_OF_GROUP = """
                with part (after, size) as (select ?::bigint, ?)
                select max(mobile) from (
                    (select n.mobile
                     from part, (select distinct thousand from registration_page
                                 where thousand >= ((select after from part) / 1000)::int order by thousand) t
                     cross join lateral (select distinct mobile from registration where thousand = t.thousand) n
                     where n.mobile > part.after order by t.thousand, n.mobile limit (select size from part))
                    union
                    select mobile
                    from (select distinct (mobile / 1000)::int as thousand, mobile from registration_row
                          where (mobile / 1000)::int >= ((select after from part) / 1000)::int
                            and mobile > (select after from part)
                          order by 1, 2 limit (select size from part)) in_rows
                    order by mobile limit (select size from part)) first
                """;

        private static final String FROM_TO = """
                (select distinct mobile from registration
                 where mobile between ? and ? and thousand between (? / 1000)::int and (? / 1000)::int)
                """;

        private static final String THESE = "(select unnest(?) as mobile)";

        /** Looks up the withdrawal of each registration by itself: there are few numbers, perhaps many withdrawals. */
        private static final String NOT_REGISTERED_SINCE = """
                select r.mobile
                from %s n
                %s
                cross join lateral (select registered_on from registration_batch where id = r.batch offset 0) b
                left join lateral (select wb.registered_on from withdrawal w join registration_batch wb on wb.id = w.batch
                                   where w.withdrawn_batch = r.batch and w.withdrawn_line = r.line offset 0) w on true
                group by r.mobile
                having max(greatest(b.registered_on, w.registered_on)) <= ?
                order by 1
                """;

        Group group(long after, int size) throws SQLException {
            long last = NumberSql.longs(connection, LAST_OF_GROUP, after, size).get(0);
            return last == 0 ? Group.END : new Group(last, ended(FROM_TO, after + 1, last, after + 1, last));
        }

        List<Long> among(List<Long> numbers) throws SQLException {
            return ended(THESE, NumberSql.bigints(numbers));
        }

        private List<Long> ended(String which, Object... parameters) throws SQLException {
            List<Object> all = new ArrayList<>(List.of(parameters));
            all.add(endedBy);
            String query = NOT_REGISTERED_SINCE.formatted(which, RegistrationSql.NUMBER);
            return withoutBlock(NumberSql.longs(connection, query, all.toArray()));
        }

        private List<Long> withoutBlock(List<Long> numbers) throws SQLException {
            List<Long> ended = new ArrayList<>();
            int day = PackedInterval.day(endedBy);
            BlockPages.each(
                    connection,
                    numbers,
                    (pages, some) -> some.stream()
                            .filter(mobile -> pages.of(Thousand.of(mobile)).stream()
                                    .noneMatch(page -> page.has(Thousand.place(mobile))
                                            && PackedInterval.expiresOn(page.block(Thousand.place(mobile))) > day))
                            .forEach(ended::add));
            return ended;
        }

        /** Consecutive registered numbers, of which {@code last} is the highest, and those that have ended. */
        record Group(long last, List<Long> ended) {

            static final Group END = new Group(Long.MAX_VALUE, List.of());

            Group {
                ended = List.copyOf(ended);
            }

            /** Shows no number, because messages must not contain any. */
            @Override
            public String toString() {
                return "a group of which " + ended.size() + " numbers have ended";
            }
        }
    }
}
