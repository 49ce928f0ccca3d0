package jinbo.consumer.portal;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes writes to a table fail with a full disk until it is closed. */
final class DiskFullTable implements AutoCloseable {

    private final JdbcClient owner;
    private final String table;

    private DiskFullTable(JdbcClient owner, String table) {
        this.owner = owner;
        this.table = table;
    }

    static DiskFullTable of(DataSource owner, String table) {
        JdbcClient jdbc = JdbcClient.create(owner);
        jdbc.sql("""
                create or replace function no_room() returns trigger language plpgsql as $$
                begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$
                """).update();
        jdbc.sql("grant execute on function no_room() to public").update();
        jdbc.sql("create trigger no_room before insert on " + table + " for each statement execute function no_room()")
                .update();
        return new DiskFullTable(jdbc, table);
    }

    @Override
    public void close() {
        owner.sql("drop trigger no_room on " + table).update();
    }
}
