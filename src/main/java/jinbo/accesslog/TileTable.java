package jinbo.accesslog;

import java.util.List;
import java.util.Optional;
import jinbo.accesslog.tlog.TileStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tiles of the log's tree, written in the transaction that changes the head. */
@Component
record TileTable(JdbcClient jdbc) implements TileStore {

    /** A tile that a tree of this size does not have, or has with another length. */
    Optional<String> notOf(long size) {
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
}
