package jinbo.operator.alert;

import java.util.Optional;
import jinbo.operator.alert.Concern.Code;
import jinbo.platform.home.DatabaseFacts;
import org.springframework.stereotype.Component;

/** Looks whether the database has grown beyond what its disk was bought for; only the database's own machine knows that disk. */
@Component
class DatabaseSizeConcern {

    private final DatabaseFacts database;
    private final WatchSettings settings;

    DatabaseSizeConcern(DatabaseFacts database, WatchSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    Optional<Concern> find() {
        long most = settings.databaseAtMost().toBytes();
        if (most == 0) {
            return Optional.empty();
        }
        long size = database.size();
        return size <= most
                ? Optional.empty()
                : Optional.of(new Concern(
                        Code.DATABASE_TOO_LARGE, Optional.empty(), Optional.of(SpaceConcern.inMegabytes(size))));
    }
}
