package jinbo.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jinbo.accesslog.KeyedHash;
import jinbo.accesslog.SubjectKeys;

/**
 * What numbers are replaced by in their registrations: the hash under the key of the year in which the registration was registered, so that the
 * digest over its batch stays what it was. Where that key has been destroyed, the hash is made with the key of the year in
 * which the last thing was registered about the number, or with the present year's if that is destroyed, too.
 */
final class RegistrationHashes {

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
                mobile, year, epoch, hashes.computeIfAbsent(epoch, this::hashOf).of(mobile));
    }

    private KeyedHash hashOf(int epoch) {
        return epoch == today.getYear() ? keys.hashOn(today) : keys.hashOf(epoch);
    }
}
