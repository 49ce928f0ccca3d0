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
 * Replaces ended numbers by their keyed hashes in all registrations and deletes what was derived from them (rule 10).
 */
@Component
public record EraseNumbers(
        NumberAccessTemplate gate,
        AppendBatch append,
        SubjectKeys keys,
        DestroyedSubjectKeys destroyed,
        Erasures erasures,
        ObjectProvider<ErasureParticipant> holders,
        FaultPointListener faultPointListener,
        Clock clock) {

    /** The only way to change a registration; the program's database role has no other right to do so. */
    private static final String REPLACE = "select erase_registrations(?, ?, ?, ?)";

    private static final String FORGET_LAST_REGISTRATIONS =
            "delete from last_consumer_registration where mobile = any(?)";

    /**
     * Walks through the registered numbers in order, up to the end of the first page with an ended number, and erases
     * the ended numbers of that page in the current transaction. It checks them again under the registry lock, because
     * an upload may have brought one back.
     *
     * @throws jinbo.platform.home.HomeException if a key is lost; nothing is erased
     */
    public Result next(AccessPermit permit, ErasureProgress walk) {
        AppendBatch.requireTransaction(permit);
        try {
            EndedNumbers.Page page = through(
                    permit,
                    connection -> new EndedNumbers(connection, walk.endedBy()).page(walk.after(), walk.pageSize()));
            if (page.ended().isEmpty()) {
                return new Result(ErasureCount.NOTHING, walk.after(page));
            }
            faultPointListener.reached(FaultPoint.ENDED_FOUND);
            append.lock();
            ErasureCount erasureCount = through(permit, connection -> erase(connection, page.ended(), walk.endedBy()));
            if (erasureCount.numbers() > 0) {
                erasures.record(permit, walk.endedBy(), clock.instant(), erasureCount);
            }
            return new Result(erasureCount, walk.after(page));
        } catch (SQLException e) {
            throw new RegistryReadException(permit.access().object(), e);
        }
    }

    private ErasureCount erase(Connection connection, List<Long> found, LocalDate endedBy) throws SQLException {
        List<Long> ended = notNeeded(connection, new EndedNumbers(connection, endedBy).among(found));
        List<HashOfYear> hashes = new RegistrationHashes(keys, destroyed.years(), BusinessTime.dateOf(clock.instant()))
                .of(connection, ended);
        long registrations = replace(connection, hashes);
        forgetBlocks(connection, ended);
        NumberSql.update(connection, FORGET_LAST_REGISTRATIONS, NumberSql.bigints(ended));
        for (ErasureParticipant holder : holders) {
            holder.forget(connection, ended);
        }
        return new ErasureCount(ended.size(), registrations);
    }

    private List<Long> notNeeded(Connection connection, List<Long> numbers) throws SQLException {
        List<Long> left = new ArrayList<>(numbers);
        for (ErasureParticipant holder : holders) {
            left.removeAll(holder.findRetained(connection, left));
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

    /** Keeps the last revision, because erased blocks had ended and no list changes. */
    private void forgetBlocks(Connection connection, List<Long> numbers) throws SQLException {
        long revision = append.currentRevision();
        BlockPages.each(connection, numbers, (pages, some) -> {
            for (long mobile : some) {
                pages.of(Thousand.of(mobile)).forEach(page -> page.remove(Thousand.place(mobile)));
            }
            pages.write(connection, revision);
        });
    }

    private <T> T through(AccessPermit permit, NumberAccessTemplate.Work<T, SQLException> work) throws SQLException {
        return gate.open(permit, append.connection(), work);
    }

    public record Result(ErasureCount erased, ErasureProgress rest) {}

    /**
     * Keeps numbers outside the registry. Its methods run in the erasing transaction, with the gate open on the
     * connection.
     */
    public interface ErasureParticipant {

        /** Those of the numbers that must not be erased yet. */
        Set<Long> findRetained(Connection connection, List<Long> numbers) throws SQLException;

        /** @throws SQLException if the database fails; nothing is erased */
        void forget(Connection connection, List<Long> numbers) throws SQLException;
    }

    /**
     * The hashes that replace numbers. The key is that of the registration's year, so that the digest of its batch does
     * not change; if that is destroyed, the key of the year of the number's last registration, or else of this year.
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

        /** @param destroyed years whose keys are destroyed, not lost */
        RegistrationHashes(SubjectKeys keys, Set<Integer> destroyed, LocalDate today) {
            this.keys = keys;
            this.destroyed = Set.copyOf(destroyed);
            this.today = today;
        }

        /** The hash of a number for its registrations of one year. */
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
}
