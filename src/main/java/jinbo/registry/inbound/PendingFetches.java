package jinbo.registry.inbound;

import java.util.List;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Unfinished fetches from drops. Spooled files with their ids are left from a dead process, and not recorded. */
@Component
public record PendingFetches(JdbcClient jdbc) {

    /** Takes the id of the next file, so that its bytes can be spooled before the file is recorded. */
    public long nextId() {
        return jdbc.sql("select nextval(pg_get_serial_sequence('inbound_file', 'id'))")
                .query(Long.class)
                .single();
    }

    /** Records that a fetch begins. Commit this before the first byte is written to the spool. */
    public void begin(long id, InsurerCode insurer) {
        jdbc.sql("insert into inbound_fetch (id, insurer) values (?, ?)")
                .params(id, insurer.value())
                .update();
    }

    /** Records that a fetch has ended: its file is recorded, or the spool has no file with this id. */
    public void end(long id) {
        jdbc.sql("delete from inbound_fetch where id = ?").param(id).update();
    }

    /** The name in {@code upload/} after which the next run starts; empty if it starts with the first file. */
    public Optional<String> findStartOfNextRun(InsurerCode insurer) {
        return jdbc.sql("select behind from inbound_fetch_next where insurer = ?")
                .param(insurer.value())
                .query(String.class)
                .optional();
    }

    /** Lets the next run start after a file that could not be fetched. */
    public void setStartOfNextRun(InsurerCode insurer, String name) {
        jdbc.sql("""
                insert into inbound_fetch_next (insurer, behind) values (?, ?)
                on conflict (insurer) do update set behind = excluded.behind
                """).params(insurer.value(), name).update();
    }

    public void resetStartOfNextRun(InsurerCode insurer) {
        jdbc.sql("delete from inbound_fetch_next where insurer = ?")
                .param(insurer.value())
                .update();
    }

    public List<Long> of(InsurerCode insurer) {
        return jdbc.sql("select id from inbound_fetch where insurer = ? order by id")
                .param(insurer.value())
                .query(Long.class)
                .list();
    }
}
