package jinbo.registry.blocklist;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import jinbo.exchange.format.ListKind;
import jinbo.exchange.format.Manifest;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.business.LineCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The records of sealed block lists, by insurer and sequence. */
@Component
public record BlockLists(JdbcClient jdbc) {

    /** Records a list; the bytes of the list and of its manifest must already be durable in the spool. */
    public void record(Publication publication, SealedList sealed) {
        Manifest manifest = sealed.manifest();
        jdbc.sql("""
                insert into block_list (insurer, sequence, publication, kind, business_lines, entries_by_line, revision, as_of,
                                        use_by, rows, entries, size, sha256, content_sha256, list_digest, encrypted_to, manifest_sha256,
                                        previous_manifest_sha256, access_log_index, access_log_checkpoint,
                                        access_log_consistency)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::text[])
                """)
                .params(
                        manifest.insurer().value(),
                        manifest.sequence(),
                        publication.id(),
                        manifest.kind().code(),
                        sealed.entriesByLine().keySet().stream()
                                .map(LineCode::value)
                                .toArray(String[]::new),
                        sealed.entriesByLine().values().toArray(Long[]::new),
                        manifest.revision(),
                        manifest.asOf().atOffset(ZoneOffset.UTC),
                        manifest.useBy(),
                        manifest.rows(),
                        manifest.entries(),
                        sealed.size(),
                        manifest.sha256(),
                        manifest.contentSha256(),
                        manifest.listDigest(),
                        manifest.encryptedTo().toArray(String[]::new),
                        sealed.manifestSha256(),
                        manifest.previousManifestSha256().orElse(null),
                        manifest.accessLogIndex(),
                        manifest.accessLogCheckpoint().orElse(null),
                        manifest.accessLogConsistency()
                                .map(hashes -> hashes.toArray(String[]::new))
                                .orElse(null))
                .update();
    }

    public Optional<SealedList> last(InsurerCode insurer) {
        return newest(insurer, 1).stream().findFirst();
    }

    public List<SealedList> newest(InsurerCode insurer, int most) {
        return select("insurer = ? order by sequence desc limit ?", insurer.value(), most)
                .list();
    }

    /** True if the insurer has a list of a later publication: any list, or a full one. */
    public boolean hasListAfter(InsurerCode insurer, long publication, boolean full) {
        return jdbc.sql("""
                select exists (select from block_list where insurer = ? and publication > ? and (kind = 'full' or not ?))
                """)
                .params(insurer.value(), publication, full)
                .query(Boolean.class)
                .single();
    }

    public Optional<Instant> lastFullAsOf(InsurerCode insurer) {
        return jdbc.sql("""
                select as_of from block_list where insurer = ? and kind = 'full' order by sequence desc limit 1
                """)
                .param(insurer.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** The position of the next list: after the last recorded list and all lists possibly sent before a restore. */
    public ChainPosition next(InsurerCode insurer) {
        return jdbc.sql("""
                select sequence, manifest_sha256 from block_list where insurer = :insurer
                union all
                select last_missing, manifest_sha256 from block_list_gap where insurer = :insurer
                order by sequence desc limit 1
                """)
                .param("insurer", insurer.value())
                .query((row, number) ->
                        new ChainPosition(row.getInt(1) + 1, Optional.ofNullable(row.getString("manifest_sha256"))))
                .optional()
                .orElse(ChainPosition.FIRST);
    }

    public void recordGap(SequenceGap gap) {
        jdbc.sql("""
                insert into block_list_gap (insurer, first_missing, last_missing, manifest_sha256, recovery)
                values (?, ?, ?, ?, ?)
                """)
                .params(
                        gap.insurer().value(),
                        gap.first(),
                        gap.last(),
                        gap.lastManifestSha256().orElse(null),
                        gap.recovery())
                .update();
    }

    public Optional<SealedList> find(InsurerCode insurer, int sequence) {
        return select("insurer = ? and sequence = ?", insurer.value(), sequence).optional();
    }

    /** Lists whose manifest is not on the drop yet, by sequence. */
    public List<SealedList> undelivered(InsurerCode insurer) {
        return select("insurer = ? and manifest_delivered_at is null order by sequence", insurer.value())
                .list();
    }

    public void recordListDelivery(InsurerCode insurer, int sequence, Instant at) {
        jdbc.sql("update block_list set list_delivered_at = ? where insurer = ? and sequence = ?")
                .params(at.atOffset(ZoneOffset.UTC), insurer.value(), sequence)
                .update();
    }

    /** Records that the manifest is on the drop. Only now the list counts as delivered. */
    public void recordManifestDelivery(InsurerCode insurer, int sequence, Instant at) {
        jdbc.sql("update block_list set manifest_delivered_at = ? where insurer = ? and sequence = ?")
                .params(at.atOffset(ZoneOffset.UTC), insurer.value(), sequence)
                .update();
    }

    private JdbcClient.MappedQuerySpec<SealedList> select(String condition, Object... parameters) {
        return jdbc.sql("select * from block_list where " + condition)
                .params(parameters)
                .query(BlockLists::sealed);
    }

    private static SealedList sealed(ResultSet row, int number) throws SQLException {
        int sequence = row.getInt("sequence");
        SortedMap<LineCode, Long> entriesByLine = entriesByLine(row);
        Manifest manifest = new Manifest(
                new InsurerCode(row.getString("insurer")),
                sequence,
                ListKind.of(row.getString("kind")).orElseThrow(),
                List.copyOf(entriesByLine.keySet()),
                sequence == 1 ? OptionalInt.empty() : OptionalInt.of(sequence - 1),
                Optional.ofNullable(row.getString("previous_manifest_sha256")),
                row.getLong("revision"),
                row.getObject("as_of", OffsetDateTime.class).toInstant(),
                row.getObject("use_by", LocalDate.class),
                row.getLong("rows"),
                row.getLong("entries"),
                row.getString("sha256"),
                row.getString("content_sha256"),
                row.getString("list_digest"),
                texts(row, "encrypted_to").orElseThrow(),
                row.getLong("access_log_index"),
                Optional.ofNullable(row.getString("access_log_checkpoint")),
                texts(row, "access_log_consistency"));
        return new SealedList(
                manifest,
                entriesByLine,
                row.getLong("size"),
                row.getString("manifest_sha256"),
                instant(row, "list_delivered_at"),
                instant(row, "manifest_delivered_at"));
    }

    /** Reads the count of entries by line; empty for lists that were made before lines of business existed. */
    public static SortedMap<LineCode, Long> entriesByLine(ResultSet row) throws SQLException {
        SortedMap<LineCode, Long> entries = new TreeMap<>();
        Array lines = row.getArray("business_lines");
        if (lines != null) {
            String[] codes = (String[]) lines.getArray();
            Long[] counts = (Long[]) row.getArray("entries_by_line").getArray();
            for (int i = 0; i < codes.length; i++) {
                entries.put(new LineCode(codes[i]), counts[i]);
            }
        }
        return entries;
    }

    private static Optional<List<String>> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? Optional.empty() : Optional.of(List.of((String[]) array.getArray()));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** A position in an insurer's list chain. The first list has no previous hash; a restore may have lost it, too. */
    public record ChainPosition(int sequence, Optional<String> previousManifestSha256) {

        static final ChainPosition FIRST = new ChainPosition(1, Optional.empty());

        /** Empty for the first list. */
        public OptionalInt previousSequence() {
            return sequence == 1 ? OptionalInt.empty() : OptionalInt.of(sequence - 1);
        }
    }
}
