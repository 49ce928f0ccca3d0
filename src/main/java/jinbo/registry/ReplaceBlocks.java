package jinbo.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Writes the blocks of some thousand numbers as they were derived anew, in four statements; rows that stay are not touched. */
final class ReplaceBlocks {

    private static final String DELETE_BLOCKS = """
            delete from block b
            where b.mobile = any(?)
              and not exists (select from unnest(?, ?) as d (mobile, scope) where d.mobile = b.mobile and d.scope = b.scope)
            """;

    private static final String WRITE_BLOCKS = """
            insert into block as b (mobile, scope, effective_on, expires_on, revision)
            select d.*, ? from unnest(?, ?, ?, ?) as d
            on conflict (mobile, scope) do update
            set effective_on = excluded.effective_on, expires_on = excluded.expires_on, revision = excluded.revision
            where (b.effective_on, b.expires_on) <> (excluded.effective_on, excluded.expires_on)
            """;

    private static final String DELETE_WORDS = "delete from last_word where mobile = any(?) and mobile <> all(?)";

    private static final String WRITE_WORDS = """
            insert into last_word as w (mobile, said_on, revision)
            select d.*, ? from unnest(?, ?) as d
            on conflict (mobile) do update set said_on = excluded.said_on, revision = excluded.revision
            where w.said_on <> excluded.said_on
            """;

    private final List<Long> numbers;
    private final long revision;
    private final List<Long> mobiles = new ArrayList<>();
    private final List<Short> scopes = new ArrayList<>();
    private final List<LocalDate> effectiveOn = new ArrayList<>();
    private final List<LocalDate> expiresOn = new ArrayList<>();
    private final List<Long> spoken = new ArrayList<>();
    private final List<LocalDate> saidOn = new ArrayList<>();

    /** @param numbers all that are written anew; those without blocks lose what they had */
    ReplaceBlocks(List<Long> numbers, long revision) {
        this.numbers = List.copyOf(numbers);
        this.revision = revision;
    }

    void add(long mobile, DerivedBlocks blocks) {
        blocks.byScope().forEach((scope, ban) -> {
            mobiles.add(mobile);
            scopes.add(scope);
            effectiveOn.add(ban.effectiveOn());
            expiresOn.add(ban.expiresOn());
        });
        blocks.lastWordOn().ifPresent(day -> {
            spoken.add(mobile);
            saidOn.add(day);
        });
    }

    void write(Connection connection) throws SQLException {
        run(connection, DELETE_BLOCKS, bigints(numbers), bigints(mobiles), smallints(scopes));
        run(
                connection,
                WRITE_BLOCKS,
                revision,
                bigints(mobiles),
                smallints(scopes),
                dates(effectiveOn),
                dates(expiresOn));
        run(connection, DELETE_WORDS, bigints(numbers), bigints(spoken));
        run(connection, WRITE_WORDS, revision, bigints(spoken), dates(saidOn));
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

    private static Values smallints(List<Short> values) {
        return new Values("smallint", values.toArray());
    }

    private static Values dates(List<LocalDate> values) {
        return new Values("date", values.toArray());
    }

    /** An array as PostgreSQL takes it. */
    private record Values(String type, Object[] values) {}
}
