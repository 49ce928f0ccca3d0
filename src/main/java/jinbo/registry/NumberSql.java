package jinbo.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;

/** Runs SQL on a connection on which the gate to the numbers is open; throws failures as {@link SQLException}. */
final class NumberSql {

    private NumberSql() {}

    /** @param parameters an array is an array of objects, for example {@code Long[]} for {@code bigint[]} */
    static PreparedStatement prepare(Connection connection, String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    static <T> List<T> query(Connection connection, String sql, RowMapper<T> mapper, Object... parameters)
            throws SQLException {
        List<T> rows = new ArrayList<>();
        try (PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                rows.add(mapper.mapRow(row, rows.size()));
            }
        }
        return rows;
    }

    static List<Long> longs(Connection connection, String sql, Object... parameters) throws SQLException {
        return query(connection, sql, (row, number) -> row.getLong(1), parameters);
    }

    static void update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            statement.executeUpdate();
        }
    }

    /** A parameter of type {@code bigint[]}. */
    static Object bigints(Collection<Long> numbers) {
        return numbers.toArray(Long[]::new);
    }

    /** A parameter of type {@code int[]}. */
    static Object ints(Collection<Integer> numbers) {
        return numbers.toArray(Integer[]::new);
    }
}
