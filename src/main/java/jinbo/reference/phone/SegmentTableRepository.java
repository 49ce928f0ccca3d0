package jinbo.reference.phone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import jinbo.accesslog.DecisionRecords;
import jinbo.accesslog.RecordKind;
import jinbo.accesslog.RecordKind.Part;
import jinbo.platform.copy.TextCopyWriter;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All imported segment tables in the database. Each has half a million rows, which are read and written by COPY. */
final class SegmentTableRepository {

    private static final int BUFFER = 1 << 16;

    private final JdbcTemplate template;
    private final DecisionRecords records;
    private final JdbcClient jdbc;

    SegmentTableRepository(JdbcTemplate template, DecisionRecords records) {
        this.records = records;
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    Optional<Integer> newest() {
        return jdbc.sql("select max(number) from segment_version")
                .query(Integer.class)
                .optional();
    }

    Optional<Instant> newestImportedAt() {
        return jdbc.sql("select max(imported_at) from segment_version")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Excludes other imports by an advisory lock. For a table lock, the role would need the right to update. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('jinbo.segment_version')) is null")
                .query(Boolean.class)
                .single();
    }

    int add(SegmentProvinces segments, String by, Instant at) {
        return Integer.parseInt(
                records.recordNew(SegmentRecords.SEGMENTS, () -> Integer.toString(write(segments, by, at))));
    }

    private int write(SegmentProvinces segments, String by, Instant at) {
        int version = jdbc.sql("insert into segment_version (imported_at, imported_by) values (?, ?) returning number")
                .param(at.atOffset(ZoneOffset.UTC))
                .param(by)
                .query(Integer.class)
                .single();
        template.execute((Connection connection) -> {
            TextCopyWriter rows = new TextCopyWriter(connection, "segment (version, segment, province)");
            segments.forEach((segment, province) ->
                    rows.add(version).add(segment).add(province).endRow());
            rows.flush();
            return rows.rows();
        });
        return version;
    }

    SegmentProvinces read(int version) {
        String sql = "copy (select segment, province from segment where version = " + version + ") to stdout";
        return Objects.requireNonNull(template.execute((Connection connection) -> {
            SegmentProvinces segments = new SegmentProvinces();
            // a COPY that is not read to its end leaves the connection in an unknown protocol state
            try (InputStream copy = new PGCopyInputStream(connection.unwrap(PGConnection.class), sql);
                    BufferedReader rows =
                            new BufferedReader(new InputStreamReader(copy, StandardCharsets.UTF_8), BUFFER)) {
                for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                    int tab = row.indexOf('\t');
                    segments.add(Integer.parseInt(row, 0, tab, 10), row.substring(tab + 1));
                }
                return segments;
            } catch (IOException e) {
                connection.abort(Runnable::run);
                throw new UncheckedIOException(e);
            } catch (SQLException | RuntimeException e) {
                connection.abort(Runnable::run);
                throw e;
            }
        }));
    }

    @Configuration(proxyBeanMethods = false)
    static class SegmentRecords {

        static final RecordKind SEGMENTS = RecordKind.of(
                "number segments",
                Part.row("segment_version", "segment_version.number::text", "number imported_at:time imported_by"),
                Part.rows("segment", "segment.version::text", "segment.segment", "version segment province"));

        @Bean
        RecordKind segmentsRecord() {
            return SEGMENTS;
        }
    }
}
