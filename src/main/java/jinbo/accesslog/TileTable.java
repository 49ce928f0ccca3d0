package jinbo.accesslog;

import java.util.Optional;
import jinbo.tlog.Tiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tiles of the log's tree; written in the transaction that moves the head. */
@Component
class TileTable implements Tiles {

    private final JdbcClient jdbc;

    TileTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<byte[]> read(int level, long index) {
        return jdbc.sql("select hashes from access_log_tile where level = ? and n = ?")
                .params(level, index)
                .query(byte[].class)
                .optional();
    }

    @Override
    public void write(int level, long index, byte[] hashes) {
        jdbc.sql("""
                insert into access_log_tile (level, n, hashes) values (?, ?, ?)
                on conflict (level, n) do update set hashes = excluded.hashes
                """).params(level, index, hashes).update();
    }
}
