package jinbo.batch.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import jinbo.exchange.format.BlockListFileName;
import jinbo.exchange.format.ListKind;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.RegistryMoment;
import jinbo.registry.blocklist.BlockLists;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A list as stored in the database, to be verified; unlike a manifest, it may be inconsistent.
 *
 * @param insurer the insurer in the lines of the list, in order
 * @param withLines whether rows name the line of business, which older lists do not
 * @param moment the revision and the day as of which the list was made
 * @param before the moment of the previous list; only for a delta, if that list is recorded
 * @param entriesByLine empty if rows name no line
 * @param size the bytes of the sealed list
 * @param delivered whether list and manifest were delivered
 */
record RecordedList(
        BlockListFileName name,
        List<LineParticipation> insurer,
        boolean withLines,
        RegistryMoment moment,
        Optional<RegistryMoment> before,
        long rows,
        long entries,
        SortedMap<LineCode, Long> entriesByLine,
        long size,
        String sha256,
        String contentSha256,
        String listDigest,
        String manifestSha256,
        boolean delivered) {

    private static final String COLUMNS = """
            select l.*, p.revision as revision_before, p.as_of as as_of_before
            """;
    private static final String PREVIOUS = """
            left join block_list p on p.insurer = l.insurer and p.sequence = l.sequence - 1 and l.kind = 'delta'
            """;
    static final String LISTS = COLUMNS + "from block_list l\n" + PREVIOUS + """
            where {list l}
            order by l.insurer, l.sequence
            """;
    private static final String NEWEST = COLUMNS + """
            from insurer i
            join lateral (select * from block_list l where l.insurer = i.code order by l.sequence desc limit 1) l on true
            """ + PREVIOUS + "order by l.insurer";

    static List<RecordedList> of(JdbcClient snapshot, List<Insurer> insurers, RuleScope ruleScope) {
        Map<InsurerCode, Insurer> byCode = byCode(insurers);
        return snapshot.sql(ruleScope.apply(LISTS))
                .params(ruleScope.parameters())
                .query((row, number) -> read(row, byCode))
                .list();
    }

    static List<RecordedList> newest(JdbcClient snapshot, List<Insurer> insurers) {
        Map<InsurerCode, Insurer> byCode = byCode(insurers);
        return snapshot.sql(NEWEST).query((row, number) -> read(row, byCode)).list();
    }

    private static Map<InsurerCode, Insurer> byCode(List<Insurer> insurers) {
        return insurers.stream().collect(Collectors.toMap(Insurer::code, insurer -> insurer));
    }

    /** Returns the insurer in the lines of a list. For one without lines, any line will do: all had the same blocks. */
    private static List<LineParticipation> lines(Set<LineCode> named, Optional<Insurer> insurer, LocalDate day) {
        return named.isEmpty()
                ? insurer.stream()
                        .flatMap(sells -> sells.linesOn(day).stream())
                        .limit(1)
                        .toList()
                : insurer.stream()
                        .flatMap(sells -> sells.lines().stream())
                        .filter(line -> named.contains(line.code()))
                        .toList();
    }

    private static RecordedList read(ResultSet row, Map<InsurerCode, Insurer> insurers) throws SQLException {
        SortedMap<LineCode, Long> entriesByLine = BlockLists.entriesByLine(row);
        RegistryMoment moment = moment(row, "revision", "as_of");
        InsurerCode code = new InsurerCode(row.getString("insurer"));
        return new RecordedList(
                new BlockListFileName(
                        code,
                        row.getInt("sequence"),
                        ListKind.of(row.getString("kind")).orElseThrow()),
                lines(entriesByLine.keySet(), Optional.ofNullable(insurers.get(code)), moment.day()),
                !entriesByLine.isEmpty(),
                moment,
                row.getObject("revision_before") == null
                        ? Optional.empty()
                        : Optional.of(moment(row, "revision_before", "as_of_before")),
                row.getLong("rows"),
                row.getLong("entries"),
                entriesByLine,
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
