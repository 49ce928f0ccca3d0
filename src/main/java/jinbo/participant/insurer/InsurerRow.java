package jinbo.participant.insurer;

import java.net.URI;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

final class InsurerRow {

    private InsurerRow() {}

    static Insurer read(ResultSet row, List<LineParticipation> lines) throws SQLException {
        return new Insurer(
                row.getShort("scope"),
                new InsurerCode(row.getString("code")),
                row.getString("name"),
                lines,
                Optional.ofNullable(row.getString("service_number")).map(ServiceNumber::new),
                row.getObject("joined_at", OffsetDateTime.class).toInstant(),
                standing(row),
                drop(row));
    }

    static @Nullable String url(DropLocation drop) {
        return drop instanceof DropLocation.Remote remote ? remote.url().toString() : null;
    }

    static String[] keys(DropLocation drop) {
        Set<String> keys = drop instanceof DropLocation.Remote remote
                ? remote.hostKeys()
                : ((DropLocation.Embedded) drop).authorizedKeys();
        return keys.toArray(String[]::new);
    }

    private static InsurerStatus standing(ResultSet row) throws SQLException {
        Optional<InsurerCode> successor =
                Optional.ofNullable(row.getString("successor")).map(InsurerCode::new);
        return new InsurerStatus(
                Optional.ofNullable(row.getObject("suspended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                new Agreements(
                        date(row, "self_discipline_on"),
                        date(row, "confidentiality_on"),
                        date(row, "agreements_end_on")),
                date(row, "left_on").map(on -> new InsurerStatus.Departure(on, successor)));
    }

    private static Optional<LocalDate> date(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    private static DropLocation drop(ResultSet row) throws SQLException {
        Array array = row.getArray("drop_keys");
        Set<String> keys = Set.of((String[]) array.getArray());
        String url = row.getString("drop_url");
        return url == null ? new DropLocation.Embedded(keys) : new DropLocation.Remote(URI.create(url), keys);
    }
}
