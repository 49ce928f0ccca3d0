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

/** Writes the blocks of some thousand numbers as they were derived anew, and the days of their holders' last registrations; what stays is not touched. */
final class ReplaceBlocks {

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
