package jinbo.accesslog;

import java.util.List;
import java.util.Optional;
import jinbo.accesslog.tlog.TreeHash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
record TreeHeadTable(JdbcClient jdbc) {

    /** @throws LogFindingException if the head is invalid */
    TreeHead read() {
        List<TreeHead> treeHeads = jdbc.sql("select size, root from access_log_head")
                .query((row, number) ->
                        new TreeHead(row.getLong("size"), root(Optional.ofNullable(row.getBytes("root")))))
                .list();
        if (treeHeads.size() != 1) {
            throw new LogFindingException(Alarm.Kind.TREE_DAMAGED, "there are " + treeHeads.size() + " heads");
        }
        return treeHeads.get(0);
    }

    private static TreeHash root(Optional<byte[]> bytes) {
        return bytes.filter(root -> root.length == TreeHash.LENGTH)
                .map(root -> TreeHash.of(root, 0))
                .orElseThrow(() -> new LogFindingException(Alarm.Kind.TREE_DAMAGED, "the head has no root"));
    }

    void write(TreeHead treeHead) {
        jdbc.sql("update access_log_head set size = ?, root = ?")
                .params(treeHead.size(), treeHead.root().bytes())
                .update();
    }
}
