package jinbo.accesslog;

import java.util.List;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where entries stand in the tree. */
@Component
class Places {

    private final JdbcClient jdbc;

    Places(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Gives entries the places from one on, in their order, and takes the notes away that they need one. */
    void give(long first, List<Long> entries) {
        Long[] ids = entries.toArray(Long[]::new);
        jdbc.sql("""
                insert into access_log_place (index, entry)
                select ? + given.place - 1, given.entry from unnest(?::bigint[]) with ordinality as given (entry, place)
                """).param(1, first).param(2, ids).update();
        jdbc.sql("delete from access_log_pending where entry = any (?::bigint[])")
                .param(1, ids)
                .update();
    }

    OptionalLong of(long entry) {
        return jdbc.sql("select index from access_log_place where entry = ?").param(entry).query(Long.class).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }
}
