package jinbo.operator.alert;

import java.util.List;
import java.util.Optional;
import jinbo.operator.alert.Alert.Code;
import jinbo.platform.home.DatabaseInfo;
import org.springframework.stereotype.Component;

/** Looks whether the database has grown beyond what its disk was bought for; only the database's own machine knows that disk. */
@Component
record DatabaseSizeCheck(DatabaseInfo database, WatchSettings settings) implements ExchangeCheck {

    @Override
    public Subject subject() {
        return Subject.DATABASE;
    }

    @Override
    public List<Alert> find() {
        long most = settings.databaseAtMost().toBytes();
        if (most == 0) {
            return List.of();
        }
        long size = database.size();
        return size <= most
                ? List.of()
                : List.of(new Alert(
                        Code.DATABASE_TOO_LARGE, Optional.empty(), Optional.of(DiskSpaceCheck.inMegabytes(size))));
    }
}
