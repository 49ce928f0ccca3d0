package jinbo.accesslog;

import java.util.List;
import java.util.Optional;
import jinbo.accesslog.tlog.TileStore;
import jinbo.accesslog.tlog.TreeHash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tiles and the head of the log's Merkle tree in the database; both change in one transaction. */
@Component
record TreeTable(JdbcClient jdbc) implements TileStore {

    /** Describes the first stored tile that is not part of a tree of this size or has the wrong length. */
    Optional<String> findMismatch(long size) {
        return jdbc.sql("""
                select level, n from access_log_tile
                where case when level not between 0 and 7 or n not between 0 and (:size::bigint >> 8) then true
                           else length(hashes) <> 32 * greatest(0, least(256, (:size::bigint >> 8 * level) - 256 * n))
                      end
                order by level, n limit 1
                """)
                .param("size", size)
                .query((row, number) -> "tile " + row.getLong("n") + " of level " + row.getInt("level"))
                .optional();
    }

    void clear() {
        jdbc.sql("delete from access_log_tile").update();
    }

    @Override
    public Optional<byte[]> read(int level, long index) {
        List<Optional<byte[]>> found = jdbc.sql("select hashes from access_log_tile where level = ? and n = ?")
                .params(level, index)
                .query((row, number) -> Optional.ofNullable(row.getBytes(1)))
                .list();
        return found.size() == 1 ? found.get(0) : Optional.empty();
    }

    @Override
    public void write(int level, long index, byte[] hashes) {
        jdbc.sql("""
                insert into access_log_tile (level, n, hashes) values (?, ?, ?)
                on conflict (level, n) do update set hashes = excluded.hashes
                """).params(level, index, hashes).update();
    }

    /** @throws LogFindingException if the head is missing, ambiguous or invalid */
    TreeHead readHead() {
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

    void writeHead(TreeHead treeHead) {
        jdbc.sql("update access_log_head set size = ?, root = ?")
                .params(treeHead.size(), treeHead.root().bytes())
                .update();
    }
}
