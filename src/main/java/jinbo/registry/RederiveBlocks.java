package jinbo.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import jinbo.reference.phone.Mobile;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * Derives the blocks of numbers anew from all their registrations, where a registration does more than a complaint does: a choice, a release, a
 * withdrawal, a succession, or a complaint about a number whose holder has said something. Works in the transaction that holds
 * the registry lock and through the open gate, some thousand numbers at a time.
 */
@Component
record RederiveBlocks(DataSource dataSource) {

    private static final int CHUNK = 5_000;

    private static final String TAKEN_BACK = """
        select distinct r.mobile from (%s) r where r.mobile is not null order by 1
        """.formatted(RegistrationSql.WITHDRAWN_BY.formatted("?"));

    private static final String OWN_BLOCKS = """
        select distinct mobile from block where scope in (%s) order by 1
        """.formatted(RegistrationSql.OWN_SCOPES.formatted("?", "?"));

    /** Of numbers whose holders have chosen, or got them from somebody else. */
    void ofNumbers(long[] numbers, long revision) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            KnownInsurers known = KnownInsurers.read(connection);
            for (int from = 0; from < numbers.length; from += CHUNK) {
                List<Long> some = Arrays.stream(numbers, from, Math.min(from + CHUNK, numbers.length))
                        .boxed()
                        .toList();
                replace(connection, known, some, revision);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Finds the numbers whose registrations a batch of withdrawals takes back; through the open gate, and without the registry
     * lock.
     */
    SortedNumbers numbersWithdrawnBy(long batch) {
        return find(TAKEN_BACK, batch, batch);
    }

    long of(SortedNumbers numbers, long revision) {
        try (numbers) {
            return chunks(DataSourceUtils.getConnection(dataSource), numbers.rows(), revision);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Of the number that a choice or release is about. */
    void ofNumber(Mobile mobile, long revision, BlockScopes scopes) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            KnownInsurers known = KnownInsurers.read(connection, scopes);
            try (NumberHistoryCursor numberHistoryCursor = NumberHistoryCursor.of(connection, known, mobile.value())) {
                replace(connection, numberHistoryCursor, List.of(mobile.value()), revision);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Of the numbers that one of two insurers has a block of its own for in a line; all others have the line's.
     *
     * @return how many they are
     */
    long ofInsurers(short from, short to, long revision) {
        return of(find(OWN_BLOCKS, from, to), revision);
    }

    private SortedNumbers find(String numbers, Number... parameters) {
        try {
            PreparedStatement statement =
                    DataSourceUtils.getConnection(dataSource).prepareStatement(numbers);
            statement.setFetchSize(CHUNK);
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return new SortedNumbers(statement, statement.executeQuery());
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static RegistryReadException failed(SQLException e) {
        return new RegistryReadException("blocks that are derived again", e);
    }

    private long chunks(Connection connection, ResultSet rows, long revision) throws SQLException {
        KnownInsurers known = KnownInsurers.read(connection);
        List<Long> numbers = new ArrayList<>(CHUNK);
        long derived = 0;
        while (rows.next()) {
            numbers.add(rows.getLong(1));
            derived++;
            if (numbers.size() == CHUNK) {
                replace(connection, known, numbers, revision);
                numbers.clear();
            }
        }
        if (!numbers.isEmpty()) {
            replace(connection, known, numbers, revision);
        }
        return derived;
    }

    /** Numbers that the database has found and sorted, and that are still to be fetched. */
    record SortedNumbers(PreparedStatement statement, ResultSet rows) implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }

    private static void replace(Connection connection, KnownInsurers known, List<Long> numbers, long revision)
            throws SQLException {
        try (NumberHistoryCursor numberHistoryCursor =
                NumberHistoryCursor.of(connection, known, numbers.toArray(Long[]::new))) {
            replace(connection, numberHistoryCursor, numbers, revision);
        }
    }

    private static void replace(
            Connection connection, NumberHistoryCursor numberHistoryCursor, List<Long> numbers, long revision)
            throws SQLException {
        ReplaceBlocks blocks = new ReplaceBlocks(numbers, revision);
        while (numberHistoryCursor.mobile() != NumberHistoryCursor.END) {
            long mobile = numberHistoryCursor.mobile();
            blocks.add(mobile, numberHistoryCursor.next().asOf(revision));
        }
        blocks.write(connection);
    }

    /**
     * Writes the blocks of some thousand numbers as they were derived anew, and the days of their holders' last
     * registrations; what stays is not touched.
     */
    static final class ReplaceBlocks {

        private static final String DELETE_LAST_REGISTRATIONS =
                "delete from last_consumer_registration where mobile = any(?) and mobile <> all(?)";

        private static final String WRITE_LAST_REGISTRATIONS = """
            insert into last_consumer_registration as w (mobile, registered_on, revision)
            select d.*, ? from unnest(?, ?) as d
            on conflict (mobile) do update set registered_on = excluded.registered_on, revision = excluded.revision
            where w.registered_on <> excluded.registered_on
            """;

        private final List<Long> numbers;
        private final long revision;
        private final Map<Long, Map<Short, Interval>> blocks = new HashMap<>();
        private final List<Long> spoken = new ArrayList<>();
        private final List<LocalDate> saidOn = new ArrayList<>();

        /** @param numbers all that are written anew; those without blocks lose what they had */
        ReplaceBlocks(List<Long> numbers, long revision) {
            this.numbers = List.copyOf(numbers);
            this.revision = revision;
        }

        void add(long mobile, DerivedBlocks derived) {
            blocks.put(mobile, Map.copyOf(derived.byScope()));
            derived.lastConsumerRegistrationOn().ifPresent(day -> {
                spoken.add(mobile);
                saidOn.add(day);
            });
        }

        void write(Connection connection) throws SQLException {
            BlockPages.each(connection, numbers, (pages, some) -> {
                some.forEach(mobile -> replace(pages, mobile, blocks.getOrDefault(mobile, Map.of())));
                pages.write(connection, revision);
            });
            if (spoken.size() < numbers.size()) {
                run(connection, DELETE_LAST_REGISTRATIONS, bigints(numbers), bigints(spoken));
            }
            if (!spoken.isEmpty()) {
                run(connection, WRITE_LAST_REGISTRATIONS, revision, bigints(spoken), dates(saidOn));
            }
        }

        private static void replace(BlockPages pages, long mobile, Map<Short, Interval> byScope) {
            int thousand = Thousand.of(mobile);
            int place = Thousand.place(mobile);
            byScope.keySet().forEach(scope -> pages.of(thousand, scope));
            pages.of(thousand).forEach(page -> page.put(place, Optional.ofNullable(byScope.get(page.scope()))));
        }

        private static void run(Connection connection, String command, Object... parameters) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(command)) {
                for (int i = 0; i < parameters.length; i++) {
                    if (parameters[i] instanceof Values values) {
                        statement.setArray(i + 1, connection.createArrayOf(values.type(), values.values()));
                    } else {
                        statement.setObject(i + 1, parameters[i]);
                    }
                }
                statement.executeUpdate();
            }
        }

        private static Values bigints(List<Long> values) {
            return new Values("bigint", values.toArray());
        }

        private static Values dates(List<LocalDate> values) {
            return new Values("date", values.toArray());
        }

        private record Values(String type, Object[] values) {}
    }
}
