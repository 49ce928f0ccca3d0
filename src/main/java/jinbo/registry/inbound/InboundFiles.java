package jinbo.registry.inbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.InboundFileName;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.format.Tally;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The records of files that were fetched from drops; each file is recorded once. */
@Component
public record InboundFiles(JdbcClient jdbc) {

    private static final String HELD = """
            status = 'HELD'
            and not exists (select from held_decision d where d.inbound_file = f.id and d.answer > f.judged_answer)
            order by id
            """;

    /** Records a file; its bytes must already be durable in the spool. */
    public void record(long id, FetchedFile arrival) {
        jdbc.sql("""
            insert into inbound_file (id, insurer, remote_name, stem, name_fault, size, modified_at, sha256, received_at)
            overriding system value values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
                .params(
                        id,
                        arrival.insurer().value(),
                        arrival.remoteName(),
                        arrival.stem(),
                        arrival.nameFault().orElse(null),
                        arrival.size(),
                        arrival.modified().atOffset(ZoneOffset.UTC),
                        arrival.sha256(),
                        arrival.receivedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    public InboundFile get(long id) {
        return find(id).orElseThrow(() -> new IllegalStateException("There is no inbound file " + id));
    }

    /** Empty if the database was restored from a backup that is older than the file. */
    public Optional<InboundFile> find(long id) {
        return select("id = ?", id).optional();
    }

    /** The file of this name with accepted rows. */
    public Optional<InboundFile> accepted(InboundFileName name) {
        return select("""
                insurer = ? and remote_name = ? and status in ('ACCEPTED', 'PARTLY_ACCEPTED') and accepted > 0
                order by id limit 1
                """, name.insurer().value(), name.fileName()).optional();
    }

    /** The newest complaint uploads with accepted rows, newest first. */
    public List<InboundFile> newestAccepted(InsurerCode insurer, int limit) {
        return select("""
                insurer = ? and starts_with(stem, 'complaints-')
                and status in ('ACCEPTED', 'PARTLY_ACCEPTED') and accepted > 0 order by id desc limit ?
                """, insurer.value(), limit).list();
    }

    /** The time of the newest upload of complaints with a valid name, whatever its verdict. */
    public Optional<Instant> lastUploadAt(InsurerCode insurer) {
        return jdbc.sql("""
            select received_at from inbound_file
            where insurer = ? and starts_with(stem, 'complaints-') and name_fault is null
            order by received_at desc limit 1
            """)
                .param(insurer.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** A fetched file of this name that is not archived yet. */
    public Optional<InboundFile> unarchived(InsurerCode insurer, String remoteName) {
        return select("insurer = ? and remote_name = ? and archived_as is null", insurer.value(), remoteName)
                .optional();
    }

    /** An insurer's files that are not finished (no verdict, no delivered answer or not archived), oldest first. */
    public List<InboundFile> unfinished(InsurerCode insurer) {
        return select("""
                insurer = ?
                and (finished_answer = 0 or finished_answer < judged_answer
                     or exists (select from held_decision d where d.inbound_file = f.id and d.answer > f.finished_answer))
                order by id
                """, insurer.value()).list();
    }

    public List<InboundFile> held() {
        return select(HELD).list();
    }

    public List<InboundFile> held(InsurerCode insurer) {
        return select("insurer = ? and " + HELD, insurer.value()).list();
    }

    /** True if a file of this kind, received before an instant, has no verdict or is held. */
    public boolean hasUndecided(InsurerCode insurer, FileKind kind, Instant before) {
        return jdbc.sql("""
            select exists (select from inbound_file
                           where insurer = ? and starts_with(stem, ?) and name_fault is null and received_at < ?
                             and (status is null or status = 'HELD'))
            """)
                .params(insurer.value(), kind.prefix() + "-", before.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** The newest files of an insurer, newest first. */
    public List<InboundFile> newest(InsurerCode insurer, int limit) {
        return select("insurer = ? order by id desc limit ?", insurer.value(), limit)
                .list();
    }

    public List<InboundFile> find(InboundFileFilter filter, int limit, int offset) {
        return jdbc.sql("""
                select * from inbound_file
                where (:insurer::text is null or insurer = :insurer) and (:status::text is null or status = :status)
                  and (:name::text is null
                       or position(:name in case when name_fault is null then remote_name else stem end) > 0)
                  and (:from::timestamptz is null or received_at >= :from::timestamptz)
                  and (:until::timestamptz is null or received_at < :until::timestamptz)
                order by\s""" + filter.orderBy() + " limit :limit offset :offset")
                .param("insurer", filter.insurer().map(InsurerCode::value).orElse(null))
                .param("status", filter.status().map(Enum::name).orElse(null))
                .param("name", filter.name().orElse(null))
                .param(
                        "from",
                        filter.from().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                .param(
                        "until",
                        filter.until().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                .param("limit", limit)
                .param("offset", offset)
                .query(InboundFiles::file)
                .list();
    }

    /** True if the insurer has, after a time, acknowledged a list of which the database has no record. */
    public boolean isUnknownListAcknowledged(InsurerCode insurer, Instant after) {
        return jdbc.sql("""
            select exists (
                select from inbound_file
                where insurer = ? and received_at > ? and jsonb_exists(finding_counts, ?))
            """)
                .params(insurer.value(), after.atOffset(ZoneOffset.UTC), FindingCode.LIST_UNKNOWN.name())
                .query(Boolean.class)
                .single();
    }

    /** The given names in {@code archive/} that are recorded, with the sizes of their files. */
    public Map<String, Set<Long>> archivedAs(InsurerCode insurer, List<String> names) {
        Map<String, Set<Long>> known = new HashMap<>();
        jdbc.sql("select archived_as, size from inbound_file where insurer = ? and archived_as = any(?)")
                .params(insurer.value(), names.toArray(String[]::new))
                .query(row -> {
                    known.computeIfAbsent(row.getString(1), name -> new HashSet<>())
                            .add(row.getLong(2));
                });
        return known;
    }

    /** The file that is recorded under a name and size in {@code archive/}. */
    public Optional<InboundFile> archivedAs(InsurerCode insurer, String name, long size) {
        return select("insurer = ? and archived_as = ? and size = ? order by id limit 1", insurer.value(), name, size)
                .optional();
    }

    /** A file in {@code archive/}; {@code original} is its name without a number after the extension. */
    public record FileInArchive(String original, long size, Instant modified) {}

    /**
     * Files that may be in {@code archive/} under an unrecorded name, of each name and size at most as many as were seen
     * there. Those with the same time of modification come first.
     */
    public List<InboundFile> findPossiblyArchived(InsurerCode insurer, List<FileInArchive> seen) {
        return jdbc.sql("""
                select * from (
                    select f.*, seen.many, row_number() over (
                        partition by seen.original, seen.size order by f.modified_at <> all (seen.modified), f.id) as nth
                    from (select original, size, array_agg(modified) as modified, count(*) as many
                          from unnest(?::text[], ?::bigint[], ?::timestamptz[]) as each (original, size, modified)
                          group by original, size) seen
                    join inbound_file f on f.size = seen.size
                        and case when f.name_fault is null then f.remote_name else f.stem || '.pgp' end = seen.original
                    where f.insurer = ? and (f.archived_as is null or f.archived_as = '(gone)')) f
                where nth <= many order by id
                """)
                .params(
                        seen.stream().map(FileInArchive::original).toArray(String[]::new),
                        seen.stream().map(FileInArchive::size).toArray(Long[]::new),
                        seen.stream().map(file -> file.modified().toString()).toArray(String[]::new),
                        insurer.value())
                .query(InboundFiles::file)
                .list();
    }

    /** The file's name in {@code archive/}, if it is there. */
    public Optional<String> findNameInArchive(InboundFile file) {
        return jdbc.sql("select archived_as from inbound_file where id = ? and archived_as not like '(%'")
                .param(file.id())
                .query(String.class)
                .optional();
    }

    /** Records that all work for an answer is done. */
    public void finished(long id, int answer) {
        jdbc.sql("update inbound_file set finished_answer = ? where id = ?")
                .params(answer, id)
                .update();
    }

    public void archived(long id, String archivedAs) {
        jdbc.sql("update inbound_file set archived_as = ? where id = ?")
                .params(archivedAs, id)
                .update();
    }

    private JdbcClient.MappedQuerySpec<InboundFile> select(String condition, Object... parameters) {
        return jdbc.sql("select * from inbound_file f where " + condition)
                .params(parameters)
                .query(InboundFiles::file);
    }

    private static InboundFile file(ResultSet row, int number) throws SQLException {
        return new InboundFile(
                row.getLong("id"),
                new InsurerCode(row.getString("insurer")),
                row.getString("remote_name"),
                row.getString("stem"),
                Optional.ofNullable(row.getString("name_fault")),
                row.getLong("size"),
                row.getObject("modified_at", OffsetDateTime.class).toInstant(),
                row.getString("sha256"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                verdict(row),
                row.getInt("judged_answer"),
                row.getString("archived_as") != null);
    }

    private static Optional<Verdict> verdict(ResultSet row) throws SQLException {
        String status = row.getString("status");
        if (status == null) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(
                ReceiptStatus.valueOf(status),
                new Tally(
                        row.getLong("rows"),
                        row.getLong("accepted"),
                        row.getLong("refused"),
                        row.getLong("warned"),
                        FindingCountsJson.parse(row.getString("finding_counts"))),
                Optional.ofNullable(row.getObject("effective_on", LocalDate.class)),
                Optional.ofNullable(row.getString("operator_detail")),
                row.getLong("access_log_id")));
    }

    /** A fetched file that is not recorded yet; see {@link InboundFile}. */
    public record FetchedFile(
            InsurerCode insurer,
            String remoteName,
            String stem,
            Optional<String> nameFault,
            long size,
            Instant modified,
            String sha256,
            Instant receivedAt) {}

    /** The number of findings by code, as the JSON object that is stored with the file. */
    static final class FindingCountsJson {

        private static final JsonMapper JSON = JsonMapper.shared();

        private FindingCountsJson() {}

        static String format(Map<FindingCode, Long> counts) {
            return JSON.writeValueAsString(counts);
        }

        static Map<FindingCode, Long> parse(String json) {
            return JSON.readValue(json, new TypeReference<EnumMap<FindingCode, Long>>() {});
        }
    }
}
