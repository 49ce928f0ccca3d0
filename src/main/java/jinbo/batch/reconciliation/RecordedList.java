package jinbo.batch.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.format.BlockListFileName;
import jinbo.exchange.format.ListKind;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Sector;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.RegistryMoment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What stands about a list in the database, as it stands there: unlike a manifest it may contradict itself.
 *
 * @param name insurer, sequence and kind
 * @param insurerId the insurer's small number
 * @param sector the insurer's
 * @param moment what it speaks of: the last batch of registrations that it shows, and the day
 * @param before what the list before it speaks of; for a delta alone, and if that list is recorded
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
        BlockListFileName name,
        short insurerId,
        Sector sector,
        RegistryMoment moment,
        Optional<RegistryMoment> before,
        long rows,
        long entries,
        long size,
        String sha256,
        String contentSha256,
        String listDigest,
        String manifestSha256,
        boolean delivered) {

    private static final String COLUMNS = """
            select l.*, i.scope as insurer_id, i.sector as insurer_sector, p.revision as revision_before, p.as_of as as_of_before
            """;
    private static final String THE_ONE_BEFORE = """
            left join block_list p on p.insurer = l.insurer and p.sequence = l.sequence - 1 and l.kind = 'delta'
            """;
    static final String LISTS =
            COLUMNS + "from block_list l join insurer i on i.code = l.insurer\n" + THE_ONE_BEFORE + """
            where {list l}
            order by l.insurer, l.sequence
            """;
    private static final String NEWEST = COLUMNS + """
            from insurer i
            join lateral (select * from block_list l where l.insurer = i.code order by l.sequence desc limit 1) l on true
            """ + THE_ONE_BEFORE + "order by l.insurer";

    static List<RecordedList> of(JdbcClient snapshot, RuleScope ruleScope) {
        return snapshot.sql(ruleScope.apply(LISTS))
                .params(ruleScope.parameters())
                .query(RecordedList::read)
                .list();
    }

    /** The last list of each insurer. */
    static List<RecordedList> newest(JdbcClient snapshot) {
        return snapshot.sql(NEWEST).query(RecordedList::read).list();
    }

    private static RecordedList read(ResultSet row, int number) throws SQLException {
        return new RecordedList(
                new BlockListFileName(
                        new InsurerCode(row.getString("insurer")),
                        row.getInt("sequence"),
                        ListKind.of(row.getString("kind")).orElseThrow()),
                row.getShort("insurer_id"),
                Sector.valueOf(row.getString("insurer_sector")),
                moment(row, "revision", "as_of"),
                row.getObject("revision_before") == null
                        ? Optional.empty()
                        : Optional.of(moment(row, "revision_before", "as_of_before")),
                row.getLong("rows"),
                row.getLong("entries"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("content_sha256"),
                row.getString("list_digest"),
                row.getString("manifest_sha256"),
                row.getObject("manifest_delivered_at") != null);
    }

    private static RegistryMoment moment(ResultSet row, String revision, String asOf) throws SQLException {
        return new RegistryMoment(
                row.getLong(revision),
                BusinessTime.dateOf(row.getObject(asOf, OffsetDateTime.class).toInstant()));
    }
}
