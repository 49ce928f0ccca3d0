package jinbo.accesslog;

import jinbo.tlog.TreeHash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The head of the log's tree. */
@Component
class HeadTable {

    private final JdbcClient jdbc;

    HeadTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Head read() {
        return jdbc.sql("select size, root from access_log_head")
                .query((row, number) -> new Head(row.getLong("size"), TreeHash.of(row.getBytes("root"), 0)))
                .single();
    }

    void write(Head head) {
        jdbc.sql("update access_log_head set size = ?, root = ?")
                .params(head.size(), head.root().bytes())
                .update();
    }
}
