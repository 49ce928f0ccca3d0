package jinbo.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import jinbo.exchange.BlockListName;
import jinbo.exchange.ListKind;
import jinbo.insurer.InsurerCode;
import jinbo.insurer.Sector;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What stands about a list in the database, as it stands there: unlike a manifest it may contradict itself.
 *
 * @param name insurer, sequence and kind
 * @param insurerId the insurer's small number
 * @param sector the insurer's
 * @param revision the last batch of acts that it shows
 * @param asOf the moment that it speaks of
 * @param rows its rows
 * @param entries numbers on it after it is applied
 * @param size bytes of the sealed list
 * @param sha256 of the sealed list
 * @param contentSha256 of its CSV
 * @param listDigest of all its entries
 * @param manifestSha256 of the sealed manifest
 * @param delivered whether both lie on the drop
 */
record RecordedList(
        BlockListName name,
        short insurerId,
        Sector sector,
        long revision,
        Instant asOf,
        long rows,
        long entries,
        long size,
        String sha256,
        String contentSha256,
        String listDigest,
        String manifestSha256,
        boolean delivered) {

    static final String LISTS = """
            select l.*, i.id as insurer_id, i.sector as insurer_sector
            from block_list l join insurer i on i.code = l.insurer
            where {list l}
            order by l.insurer, l.sequence
            """;
    private static final String NEWEST = """
            select l.*, i.id as insurer_id, i.sector as insurer_sector
            from insurer i
            join lateral (select * from block_list l where l.insurer = i.code order by l.sequence desc limit 1) l on true
            order by l.insurer
            """;

    static List<RecordedList> of(JdbcClient snapshot, Subjects subjects) {
        return snapshot.sql(subjects.in(LISTS))
                .params(subjects.parameters())
                .query(RecordedList::read)
                .list();
    }

    /** The last list of each insurer. */
    static List<RecordedList> newest(JdbcClient snapshot) {
        return snapshot.sql(NEWEST).query(RecordedList::read).list();
    }

    private static RecordedList read(ResultSet row, int number) throws SQLException {
        return new RecordedList(
                new BlockListName(
                        new InsurerCode(row.getString("insurer")),
                        row.getInt("sequence"),
                        ListKind.of(row.getString("kind")).orElseThrow()),
                row.getShort("insurer_id"),
                Sector.valueOf(row.getString("insurer_sector")),
                row.getLong("revision"),
                row.getObject("as_of", OffsetDateTime.class).toInstant(),
                row.getLong("rows"),
                row.getLong("entries"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("content_sha256"),
                row.getString("list_digest"),
                row.getString("manifest_sha256"),
                row.getObject("manifest_delivered_at") != null);
    }
}
