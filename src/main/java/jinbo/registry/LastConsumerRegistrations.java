package jinbo.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Asks of which numbers the holder has said something: that it chooses, or that it has got the number from somebody else. */
final class LastConsumerRegistrations {

    /** With {@code offset 0} PostgreSQL looks each thousand up, whatever it guesses of their count. */
    private static final String IN_THOUSANDS = """
            select w.mobile from unnest(?) as t (thousand)
            cross join lateral (select mobile from last_consumer_registration
                                where mobile between t.thousand * 1000::bigint and t.thousand * 1000::bigint + 999 offset 0) w
            """;

    private LastConsumerRegistrations() {}

    static Set<Long> in(Connection connection, Collection<Integer> thousands) throws SQLException {
        Set<Long> numbers = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(IN_THOUSANDS)) {
            statement.setArray(1, connection.createArrayOf("int", thousands.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    numbers.add(row.getLong(1));
                }
            }
        }
        return numbers;
    }
}
