package jinbo.watch;

import java.util.Optional;
import jinbo.watch.Concern.Code;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks whether the database has grown beyond what its disk was bought for; only the database's own machine knows that disk. */
@Component
class DatabaseSizeConcern {

    private final JdbcClient jdbc;
    private final WatchSettings settings;

    DatabaseSizeConcern(JdbcClient jdbc, WatchSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    Optional<Concern> find() {
        long most = settings.databaseAtMost().toBytes();
        if (most == 0) {
            return Optional.empty();
        }
        long size = jdbc.sql("select pg_database_size(current_database())")
                .query(Long.class)
                .single();
        return size <= most
                ? Optional.empty()
                : Optional.of(new Concern(
                        Code.DATABASE_TOO_LARGE, Optional.empty(), Optional.of(SpaceConcern.inMegabytes(size))));
    }
}
