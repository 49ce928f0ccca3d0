package jinbo.accesslog;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.tlog.Checkpoint;
import jinbo.accesslog.tlog.SignedNote;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The checkpoints in the database; each is also in the home directory. */
@Component
record CheckpointTable(JdbcClient jdbc) {

    /** A checkpoint as stored, not verified. Ids ascend in the order of signing. */
    record Stored(long id, long size, String note) {}

    void add(Checkpoint checkpoint, SignedNote note, Instant at) {
        jdbc.sql("insert into access_log_checkpoint (size, note, at) values (?, ?, ?)")
                .params(checkpoint.size(), note.toString(), at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * The newest checkpoint and all since the last decision about an alarm, newest first; older ones may contradict.
     */
    List<Stored> sinceLastDecision(int most) {
        return jdbc.sql("""
                select id, size, note from access_log_checkpoint
                where id = (select max(id) from access_log_checkpoint)
                   or at > (select coalesce(max(at), '-infinity') from access_log_acceptance)
                order by id desc limit ?
                """)
                .param(most)
                .query((row, number) -> new Stored(
                        row.getLong("id"),
                        row.getLong("size"),
                        Optional.ofNullable(row.getString("note")).orElse("")))
                .list();
    }

    Optional<String> last() {
        return jdbc.sql("select note from access_log_checkpoint order by id desc limit 1")
                .query(String.class)
                .optional();
    }
}
