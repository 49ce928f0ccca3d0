package jinbo.accesslog;

import java.util.List;
import java.util.Optional;
import jinbo.accesslog.tlog.TreeHash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The head of the log's tree. */
@Component
class HeadTable {

    private final JdbcClient jdbc;

    HeadTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws FoundException if what stands there is no head */
    Head read() {
        List<Head> heads = jdbc.sql("select size, root from access_log_head")
                .query((row, number) -> new Head(row.getLong("size"), root(Optional.ofNullable(row.getBytes("root")))))
                .list();
        if (heads.size() != 1) {
            throw new FoundException(AlarmKind.TREE_DAMAGED, "there are " + heads.size() + " heads");
        }
        return heads.get(0);
    }

    private static TreeHash root(Optional<byte[]> bytes) {
        return bytes.filter(root -> root.length == TreeHash.LENGTH)
                .map(root -> TreeHash.of(root, 0))
                .orElseThrow(() -> new FoundException(AlarmKind.TREE_DAMAGED, "the head has no root"));
    }

    void write(Head head) {
        jdbc.sql("update access_log_head set size = ?, root = ?")
                .params(head.size(), head.root().bytes())
                .update();
    }
}
