package jinbo.registry.inbound;

import java.util.List;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The fetches that were begun and have not come to an end: what lies in the spool under their numbers belongs to no file.
 */
@Component
public record PendingFetches(JdbcClient jdbc) {

    /** The number that the next file will be recorded under, so that its bytes can lie in the spool before. */
    public long nextId() {
        return jdbc.sql("select nextval(pg_get_serial_sequence('inbound_file', 'id'))")
                .query(Long.class)
                .single();
    }

    /** Notes that a file is being fetched under a number; commit it before the first byte is written. */
    public void begin(long id, InsurerCode insurer) {
        jdbc.sql("insert into inbound_fetch (id, insurer) values (?, ?)")
                .params(id, insurer.value())
                .update();
    }

    /** Notes that nothing lies in the spool under this number any more, or that it is now a file's. */
    public void end(long id) {
        jdbc.sql("delete from inbound_fetch where id = ?").param(id).update();
    }

    /** The name of the file in {@code upload/} behind which the next run begins; empty: it begins with the first. */
    public Optional<String> nextStartsAfter(InsurerCode insurer) {
        return jdbc.sql("select behind from inbound_fetch_next where insurer = ?")
                .param(insurer.value())
                .query(String.class)
                .optional();
    }

    /** Has the next run begin behind a file that could not be fetched, unless this one comes to the end. */
    public void startNextAfter(InsurerCode insurer, String name) {
        jdbc.sql("""
                insert into inbound_fetch_next (insurer, behind) values (?, ?)
                on conflict (insurer) do update set behind = excluded.behind
                """).params(insurer.value(), name).update();
    }

    /** Has the next run begin with the first file. */
    public void startNextAtFirst(InsurerCode insurer) {
        jdbc.sql("delete from inbound_fetch_next where insurer = ?")
                .param(insurer.value())
                .update();
    }

    /** The numbers of an insurer's fetches that have not ended. */
    public List<Long> of(InsurerCode insurer) {
        return jdbc.sql("select id from inbound_fetch where insurer = ? order by id")
                .param(insurer.value())
                .query(Long.class)
                .list();
    }
}
