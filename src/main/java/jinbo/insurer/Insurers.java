package jinbo.insurer;

import java.net.URI;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The insurers that take part. */
@Component
public class Insurers {

    private final JdbcClient jdbc;

    Insurers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds an insurer; it has no agreements and no certificate yet.
     *
     * @throws InsurerException.Exists if the code is taken
     */
    public Insurer add(InsurerCode code, String name, Sector sector, DropLocation drop, Instant joinedAt) {
        try {
            jdbc.sql("""
                    insert into insurer (code, name, sector, joined_at, drop_url, drop_keys)
                    values (?, ?, ?, ?, ?, ?)
                    """)
                    .params(code.value(), name, sector.name(), joinedAt.atOffset(ZoneOffset.UTC), url(drop), keys(drop))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new InsurerException.Exists(code);
        }
        return get(code);
    }

    /**
     * @throws InsurerException.Unknown if there is none, naming those that exist
     */
    public Insurer get(InsurerCode code) {
        return find(code)
                .orElseThrow(() -> new InsurerException.Unknown(
                        code, all().stream().map(Insurer::code).toList()));
    }

    /** The insurer of this code, if there is one. */
    public Optional<Insurer> find(InsurerCode code) {
        return jdbc.sql("select * from insurer where code = ?")
                .param(code.value())
                .query(Insurers::insurer)
                .optional();
    }

    /** All insurers, in order of their codes. */
    public List<Insurer> all() {
        return jdbc.sql("select * from insurer order by code")
                .query(Insurers::insurer)
                .list();
    }

    /** The sector of each insurer that there ever was, by the small number that stands for it in bulk tables. */
    public Map<Short, Sector> sectors() {
        return all().stream().collect(Collectors.toUnmodifiableMap(Insurer::id, Insurer::sector));
    }

    /** Records since when an insurer is bound by the two agreements. */
    public Insurer agree(InsurerCode code, LocalDate selfDiscipline, LocalDate confidentiality) {
        get(code);
        jdbc.sql("update insurer set self_discipline_on = ?, confidentiality_on = ? where code = ?")
                .params(selfDiscipline, confidentiality, code.value())
                .update();
        return get(code);
    }

    /**
     * Lets an insurer's own server show one more host key.
     *
     * @param hostKey its fingerprint, {@code SHA256:...}
     * @throws InsurerException.NoServer if its drop is an account on the embedded server
     */
    public Insurer pin(InsurerCode code, String hostKey) {
        requireServer(code);
        jdbc.sql("update insurer set drop_keys = array_append(array_remove(drop_keys, ?), ?) where code = ?")
                .params(hostKey, hostKey, code.value())
                .update();
        return get(code);
    }

    /**
     * Lets an insurer's own server show this host key and no other.
     *
     * @param hostKey its fingerprint, {@code SHA256:...}
     * @throws InsurerException.NoServer if its drop is an account on the embedded server
     */
    public Insurer pinAlone(InsurerCode code, String hostKey) {
        requireServer(code);
        jdbc.sql("update insurer set drop_keys = array[?] where code = ?")
                .params(hostKey, code.value())
                .update();
        return get(code);
    }

    /** Stops the exchange with an insurer. */
    public Insurer suspend(InsurerCode code, Instant at) {
        get(code);
        jdbc.sql("update insurer set suspended_at = coalesce(suspended_at, ?) where code = ?")
                .params(at.atOffset(ZoneOffset.UTC), code.value())
                .update();
        return get(code);
    }

    /** Takes the exchange with a suspended insurer up again; what lies on its drop is fetched by the next run. */
    public Insurer resume(InsurerCode code) {
        get(code);
        jdbc.sql("update insurer set suspended_at = null where code = ?")
                .param(code.value())
                .update();
        return get(code);
    }

    private void requireServer(InsurerCode code) {
        if (!(get(code).drop() instanceof DropLocation.Remote)) {
            throw new InsurerException.NoServer(code);
        }
    }

    private static @org.jspecify.annotations.Nullable String url(DropLocation drop) {
        return drop instanceof DropLocation.Remote remote ? remote.url().toString() : null;
    }

    private static String[] keys(DropLocation drop) {
        Set<String> keys = drop instanceof DropLocation.Remote remote
                ? remote.hostKeys()
                : ((DropLocation.Embedded) drop).authorizedKeys();
        return keys.toArray(String[]::new);
    }

    private static Insurer insurer(ResultSet row, int number) throws SQLException {
        return new Insurer(
                row.getShort("id"),
                new InsurerCode(row.getString("code")),
                row.getString("name"),
                Sector.valueOf(row.getString("sector")),
                row.getObject("joined_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("suspended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                new Agreements(
                        Optional.ofNullable(row.getObject("self_discipline_on", LocalDate.class)),
                        Optional.ofNullable(row.getObject("confidentiality_on", LocalDate.class))),
                drop(row));
    }

    private static DropLocation drop(ResultSet row) throws SQLException {
        Array array = row.getArray("drop_keys");
        Set<String> keys = Set.of((String[]) array.getArray());
        String url = row.getString("drop_url");
        return url == null ? new DropLocation.Embedded(keys) : new DropLocation.Remote(URI.create(url), keys);
    }
}
