package jinbo.accesslog;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import jinbo.tlog.Checkpoint;
import jinbo.tlog.SignedNote;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The signed checkpoints in the database. */
@Component
class CheckpointTable {

    private final JdbcClient jdbc;

    CheckpointTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Checkpoint checkpoint, SignedNote note, Instant at) {
        jdbc.sql("insert into access_log_checkpoint (size, note, at) values (?, ?, ?)")
                .params(checkpoint.size(), note.toString(), at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<String> last() {
        return jdbc.sql("select note from access_log_checkpoint order by id desc limit 1")
                .query(String.class)
                .optional();
    }

    long count() {
        return jdbc.sql("select count(*) from access_log_checkpoint")
                .query(Long.class)
                .single();
    }
}
