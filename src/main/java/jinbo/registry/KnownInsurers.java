package jinbo.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.participant.insurer.Sector;

/**
 * What must be known of insurers to derive blocks, few enough to be held in memory.
 *
 * @param sectors of all insurers that a registration may name, by id
 * @param successions of one to another, by revision
 */
record KnownInsurers(Map<Short, Sector> sectors, List<Registration.Succession> successions) {

    private static final String SUCCESSIONS = """
            select id, revision, registered_at, registered_on, insurer, successor, sector from registration_batch
            where kind = 'SUCCESSION' and revision is not null order by revision
            """;

    static KnownInsurers read(Connection connection, Map<Short, Sector> sectors) throws SQLException {
        List<Registration.Succession> successions = new ArrayList<>();
        // prepared, so that the server plans it once: it is asked for each number that somebody looks at
        try (PreparedStatement statement = connection.prepareStatement(SUCCESSIONS);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                succession(row, sectors).ifPresent(successions::add);
            }
        }
        return new KnownInsurers(Map.copyOf(sectors), List.copyOf(successions));
    }

    /** Empty for one that only somebody who writes past the program can bring about: its two insurers are of one sector. */
    private static Optional<Registration.Succession> succession(ResultSet row, Map<Short, Sector> sectors)
            throws SQLException {
        Optional<Sector> from = Optional.ofNullable(sectors.get(row.getShort(5)));
        Optional<Sector> to = Optional.ofNullable(sectors.get(row.getShort(6)));
        if (from.isEmpty() || !from.equals(to) || !from.get().name().equals(row.getString(7))) {
            return Optional.empty();
        }
        Registration.Stamp registrationStamp = new Registration.Stamp(
                row.getLong(1),
                row.getLong(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getObject(4, LocalDate.class));
        return Optional.of(
                new Registration.Succession(registrationStamp, row.getShort(5), row.getShort(6), from.get()));
    }

    /** Whether a registration may name it: nobody, a sector, or an insurer that there is. */
    boolean knows(short scope) {
        return scope == BlockScope.NOBODY
                || sectors.containsKey(scope)
                || Stream.of(Sector.values()).anyMatch(sector -> BlockScope.of(sector) == scope);
    }

    /** Who has an insurer's rights and duties now: itself, or the last of those that succeeded it. */
    short inheritorOf(short insurer) {
        short last = insurer;
        for (Registration.Succession succession : successions) {
            if (succession.from() == last) {
                last = succession.to();
            }
        }
        return last;
    }
}
