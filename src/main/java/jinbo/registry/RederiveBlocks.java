package jinbo.registry;

import java.sql.Array;
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
 * Derives the blocks of numbers again from all their registrations. This is done after a choice, release, withdrawal or
 * succession, and after a complaint about a number that has a consumer's registration. The caller must hold the
 * registry lock, and the gate to the numbers must be open.
 */
@Component
record RederiveBlocks(DataSource dataSource) {

    private static final int CHUNK = 5_000;

    private static final String WITHDRAWN_NUMBERS = """
        select distinct r.mobile from (%s) r where r.mobile is not null order by 1
        """.formatted(RegistrationSql.WITHDRAWN_BY.formatted("?"));

    private static final String OWN_BLOCKS = """
        select distinct mobile from block where scope in (%s) order by 1
        """.formatted(RegistrationSql.OWN_SCOPES.formatted("?", "?"));

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

    /** Finds the numbers whose complaints a batch withdraws. Needs the open gate, but not the registry lock. */
    SortedNumbers numbersWithdrawnBy(long batch) {
        return find(WITHDRAWN_NUMBERS, batch, batch);
    }

    long of(SortedNumbers numbers, long revision) {
        try (numbers) {
            return chunks(DataSourceUtils.getConnection(dataSource), numbers.rows(), revision);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    void ofNumber(Mobile mobile, long revision, BlockScopes scopes) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            KnownInsurers known = KnownInsurers.read(connection, scopes);
            try (NumberHistoryCursor cursor = NumberHistoryCursor.of(connection, known, mobile.value())) {
                replace(connection, cursor, List.of(mobile.value()), revision);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Derives the blocks of all numbers for which one of the insurers has its own block; returns their count. */
    long ofInsurers(short from, short to, long revision) {
        return of(find(OWN_BLOCKS, from, to), revision);
    }

    private SortedNumbers find(String numbers, Object... parameters) {
        try {
            PreparedStatement statement =
                    NumberSql.prepare(DataSourceUtils.getConnection(dataSource), numbers, parameters);
            statement.setFetchSize(CHUNK);
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

    /** Numbers that the database has found and sorted, but that are not fetched yet. */
    record SortedNumbers(PreparedStatement statement, ResultSet rows) implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }

    private static void replace(Connection connection, KnownInsurers known, List<Long> numbers, long revision)
            throws SQLException {
        try (NumberHistoryCursor cursor = NumberHistoryCursor.of(connection, known, numbers)) {
            replace(connection, cursor, numbers, revision);
        }
    }

    private static void replace(Connection connection, NumberHistoryCursor cursor, List<Long> numbers, long revision)
            throws SQLException {
        ReplaceBlocks blocks = new ReplaceBlocks(numbers, revision);
        while (cursor.mobile() != NumberHistoryCursor.END) {
            long mobile = cursor.mobile();
            blocks.add(mobile, cursor.next().asOf(revision));
        }
        blocks.write(connection);
    }

    /** Writes the changed ones of the derived blocks, and of the days of the consumers' last registrations. */
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
        private final List<Long> consumerNumbers = new ArrayList<>();
        private final List<LocalDate> registeredOn = new ArrayList<>();

        /** @param numbers whose blocks are replaced; a number without derived blocks loses its stored ones */
        ReplaceBlocks(List<Long> numbers, long revision) {
            this.numbers = List.copyOf(numbers);
            this.revision = revision;
        }

        void add(long mobile, DerivedBlocks derived) {
            blocks.put(mobile, Map.copyOf(derived.byScope()));
            derived.lastConsumerRegistrationOn().ifPresent(day -> {
                consumerNumbers.add(mobile);
                registeredOn.add(day);
            });
        }

        void write(Connection connection) throws SQLException {
            BlockPages.each(connection, numbers, (pages, some) -> {
                some.forEach(mobile -> replace(pages, mobile, blocks.getOrDefault(mobile, Map.of())));
                pages.write(connection, revision);
            });
            if (consumerNumbers.size() < numbers.size()) {
                NumberSql.update(
                        connection,
                        DELETE_LAST_REGISTRATIONS,
                        NumberSql.bigints(numbers),
                        NumberSql.bigints(consumerNumbers));
            }
            if (!consumerNumbers.isEmpty()) {
                Array days = connection.createArrayOf("date", registeredOn.toArray());
                NumberSql.update(
                        connection, WRITE_LAST_REGISTRATIONS, revision, NumberSql.bigints(consumerNumbers), days);
            }
        }

        private static void replace(BlockPages pages, long mobile, Map<Short, Interval> byScope) {
            int thousand = Thousand.of(mobile);
            int place = Thousand.place(mobile);
            byScope.keySet().forEach(scope -> pages.of(thousand, scope));
            pages.of(thousand).forEach(page -> page.put(place, Optional.ofNullable(byScope.get(page.scope()))));
        }
    }
}
