package jinbo.batch.recovery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores which files were found without a record (the table {@code lost_file}). */
@Component
public record UnrecordedFiles(JdbcClient jdbc) {

    public Set<String> findReported(InsurerCode insurer, UnrecordedFile.Kind kind, List<String> names) {
        return new HashSet<>(jdbc.sql("select name from lost_file where insurer = ? and kind = ? and name = any(?)")
                .params(insurer.value(), kind.name(), names.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** Stores a file, unless it is already stored. A recovery that has ended gets no files; the next scan opens another. */
    public void report(Recovery recovery, UnrecordedFile file) {
        jdbc.sql("""
                insert into lost_file (insurer, kind, name, size, modified_at, stem, nth, recovery)
                select ?, ?, ?, ?, ?::timestamptz, ?, ?, id from recovery where id = ? and settled_at is null for share
                on conflict do nothing
                """)
                .params(
                        file.insurer().value(),
                        file.kind().name(),
                        file.name(),
                        file.size(),
                        file.modified().atOffset(ZoneOffset.UTC),
                        file.stem().orElse(null),
                        file.nth().isPresent() ? file.nth().getAsInt() : null,
                        recovery.id())
                .update();
    }

    /** Returns the next files of a recovery, by time and name, after the last one that the caller has got. */
    public List<UnrecordedFile> page(
            Recovery recovery,
            InsurerCode insurer,
            UnrecordedFile.Kind kind,
            Optional<UnrecordedFile> after,
            int most) {
        return jdbc.sql("""
                select * from lost_file
                where recovery = :recovery and insurer = :insurer and kind = :kind
                  and (:name::text is null or (modified_at, name) > (:time::timestamptz, :name::text))
                order by modified_at, name limit :most
                """)
                .param("recovery", recovery.id())
                .param("insurer", insurer.value())
                .param("kind", kind.name())
                .param("name", after.map(UnrecordedFile::name).orElse(null))
                .param(
                        "time",
                        after.map(last -> last.modified().atOffset(ZoneOffset.UTC))
                                .orElse(null))
                .param("most", most)
                .query(UnrecordedFiles::file)
                .list();
    }

    public Optional<UnrecordedFile> find(InsurerCode insurer, UnrecordedFile.Kind kind, String name) {
        return jdbc.sql("select * from lost_file where insurer = ? and kind = ? and name = ?")
                .params(insurer.value(), kind.name(), name)
                .query(UnrecordedFiles::file)
                .optional();
    }

    /** Finds the last file in the order of names. */
    public Optional<UnrecordedFile> last(Recovery recovery, InsurerCode insurer, UnrecordedFile.Kind kind) {
        return jdbc.sql("""
                select * from lost_file where recovery = ? and insurer = ? and kind = ?
                order by name collate "C" desc limit 1
                """)
                .params(recovery.id(), insurer.value(), kind.name())
                .query(UnrecordedFiles::file)
                .optional();
    }

    public List<UnrecordedFile> uploads(InsurerCode insurer, String stem) {
        return jdbc.sql(
                        "select * from lost_file where insurer = ? and stem = ? and kind = 'UPLOAD' order by modified_at, name")
                .params(insurer.value(), stem)
                .query(UnrecordedFiles::file)
                .list();
    }

    public Instant noticedAt(UnrecordedFile file) {
        return jdbc.sql("""
                select r.noticed_at from lost_file f join recovery r on r.id = f.recovery
                where f.insurer = ? and f.kind = ? and f.name = ?
                """)
                .params(file.insurer().value(), file.kind().name(), file.name())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** Returns files, ordered by insurer, kind (upload, answer, list, manifest) and time. */
    public List<UnrecordedFile> of(Recovery recovery, int most) {
        return jdbc.sql("""
                select * from lost_file where recovery = ?
                order by insurer, array_position(array['UPLOAD', 'ANSWER', 'LIST', 'MANIFEST'], kind), modified_at, name
                limit ?
                """)
                .params(recovery.id(), most)
                .query(UnrecordedFiles::file)
                .list();
    }

    public boolean hasSeveralInsurers(Recovery recovery) {
        return jdbc.sql("select coalesce(min(insurer) <> max(insurer), false) from lost_file where recovery = ?")
                .param(recovery.id())
                .query(Boolean.class)
                .single();
    }

    public long count(Recovery recovery) {
        return jdbc.sql("select count(*) from lost_file where recovery = ?")
                .param(recovery.id())
                .query(Long.class)
                .single();
    }

    /**
     * Returns the highest number that an answer to this stem may have had before the restore; 0 if no file with the
     * stem was lost. If no answer is on the drop, assumes two for each file, because a held file is answered twice.
     */
    public int answersBefore(InsurerCode insurer, String stem, int others) {
        return jdbc.sql("""
                select coalesce(max(nth), case when count(*) > 0 then 2 * (count(*) + ?) end, 0)
                from lost_file where insurer = ? and stem = ?
                """)
                .params(others, insurer.value(), stem)
                .query(Integer.class)
                .single();
    }

    private static UnrecordedFile file(ResultSet row, int number) throws SQLException {
        int nth = row.getInt("nth");
        return new UnrecordedFile(
                new InsurerCode(row.getString("insurer")),
                UnrecordedFile.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getLong("size"),
                row.getObject("modified_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("stem")),
                nth == 0 ? OptionalInt.empty() : OptionalInt.of(nth));
    }
}
