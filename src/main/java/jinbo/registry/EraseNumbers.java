package jinbo.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.DestroyedSubjectKeys;
import jinbo.accesslog.NumberAccessTemplate;
import jinbo.accesslog.SubjectKeys;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.faultpoint.FaultPointListener;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.RegistrationHashes.HashOfYear;
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
}
