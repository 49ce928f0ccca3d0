package jinbo.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
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
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * Replaces numbers that have ended by their keyed hashes, in all their registrations, and forgets what followed from those: rule 10 of
 * the design. Whoever brings such a number again later brings one that the registry does not know.
 */
@Component
public record EraseNumbers(
        DataSource dataSource,
        NumberAccessTemplate gate,
        AppendBatch append,
        SubjectKeys keys,
        DestroyedSubjectKeys destroyed,
        Erasures erasures,
        ObjectProvider<ErasureParticipant> holders,
        FaultPointListener faultPointListener,
        Clock clock) {

    /** The one thing by which a registration can be changed: this program has no right to do it with commands of its own. */
    private static final String REPLACE = "select erase_registrations(?, ?, ?, ?)";

    private static final String FORGET_LAST_REGISTRATIONS =
            "delete from last_consumer_registration where mobile = any(?)";

    /**
     * Goes through the numbers that registrations are about, in their order, up to the end of the first page with one that has ended,
     * and erases what has ended on it, in the current transaction. The registry lock is only taken for what is erased, and
     * under it the numbers are looked at again: an upload may have brought one back meanwhile.
     *
     * @throws jinbo.platform.home.HomeException if a key is lost; nothing is erased then
     * @throws RegistryReadException if the database fails
     * @throws IllegalStateException outside a transaction
     */
    public Result next(AccessPermit permit, ErasureProgress walk) {
        AppendBatch.requireTransaction(permit);
        try {
            EndedNumbers.Page page = through(
                    permit,
                    connection -> new EndedNumbers(connection, walk.endedBy()).page(walk.after(), walk.pageSize()));
            if (page.ended().isEmpty()) {
                return Result.nothing(walk.after(page));
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
        forget(connection, FORGET_LAST_REGISTRATIONS, ended);
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
        try (PreparedStatement statement = connection.prepareStatement(REPLACE)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", hashes.stream().map(HashOfYear::mobile).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "int", hashes.stream().map(HashOfYear::year).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "int", hashes.stream().map(HashOfYear::epoch).toArray()));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "bytea", hashes.stream().map(HashOfYear::hash).toArray(byte[][]::new)));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** The revision stays the last one of all: what was erased had ended, so no list changes. */
    private void forgetBlocks(Connection connection, List<Long> numbers) throws SQLException {
        long revision = append.currentRevision();
        BlockPages.each(connection, numbers, (pages, some) -> {
            for (long mobile : some) {
                pages.of(Thousand.of(mobile)).forEach(page -> page.remove(Thousand.place(mobile)));
            }
            pages.write(connection, revision);
        });
    }

    private static void forget(Connection connection, String command, List<Long> numbers) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(command)) {
            statement.setArray(1, connection.createArrayOf("bigint", numbers.toArray()));
            statement.executeUpdate();
        }
    }

    private <T> T through(AccessPermit permit, NumberAccessTemplate.Work<T, SQLException> work) throws SQLException {
        return gate.open(permit, DataSourceUtils.getConnection(dataSource), work);
    }

    public record Result(ErasureCount erased, ErasureProgress rest) {

        static Result nothing(ErasureProgress rest) {
            return new Result(ErasureCount.NOTHING, rest);
        }
    }

    /**
     * What keeps numbers beside the registry, and so has a say when they are erased. Both are asked while the gate to
     * the numbers is open on the connection, in the transaction that erases.
     */
    public interface ErasureParticipant {

        /** Which of these numbers must not be erased yet. */
        Set<Long> findRetained(Connection connection, List<Long> numbers) throws SQLException;

        /**
         * Forgets numbers that are erased in the registry now.
         *
         * @throws SQLException if the database fails; nothing is erased then
         */
        void forget(Connection connection, List<Long> numbers) throws SQLException;
    }

    /**
     * What numbers are replaced by in their registrations: the hash under the key of the year in which the registration
     * was registered, so that the digest over its batch stays what it was. Where that key has been destroyed, the hash
     * is made with the key of the year in which the last thing was registered about the number, or with the present
     * year's if that is destroyed, too.
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

        /** @param destroyed the years whose keys are destroyed and not lost */
        RegistrationHashes(SubjectKeys keys, Set<Integer> destroyed, LocalDate today) {
            this.keys = keys;
            this.destroyed = Set.copyOf(destroyed);
            this.today = today;
        }

        /** What stands for a number in its registrations of one year. */
        record HashOfYear(long mobile, int year, int epoch, byte[] hash) {

            /** Without the number. */
            @Override
            public String toString() {
                return "a hash for registrations of " + year + " under the key of " + epoch;
            }
        }

        /**
         * Of these numbers, for each year with registrations.
         *
         * @throws jinbo.platform.home.HomeException if a key is lost
         */
        List<HashOfYear> of(Connection connection, List<Long> numbers) throws SQLException {
            List<HashOfYear> wanted = new ArrayList<>();
            Map<Long, Integer> lastYears = new HashMap<>();
            try (PreparedStatement statement = connection.prepareStatement(YEARS)) {
                statement.setArray(1, connection.createArrayOf("bigint", numbers.toArray()));
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        wanted.add(new HashOfYear(row.getLong(1), row.getInt(2), 0, new byte[0]));
                        lastYears.merge(row.getLong(1), row.getInt(3), Math::max);
                    }
                }
            }
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
