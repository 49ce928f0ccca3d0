package jinbo.platform.home;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Migrates a database that has the program's roles and that no newer version has migrated, and leaves any other as it is: the
 * grants are migrations, too.
 */
@Component
record RoleCheckingMigrationStrategy(StartListener listener) implements FlywayMigrationStrategy {

    @Override
    public void migrate(Flyway flyway) {
        listener.begins(StartListener.Step.TABLES);
        try (Connection connection = flyway.getConfiguration().getDataSource().getConnection()) {
            DatabaseRoles.require(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be reached to migrate it", e);
        }
        try {
            flyway.migrate();
        } catch (FlywayValidateException e) {
            MigrationInfo[] all = flyway.info().all();
            MigrationVersion program =
                    newest(all, info -> info.getState().isResolved()).orElseThrow(() -> e);
            MigrationVersion database =
                    newest(all, info -> info.getState().isApplied()).orElseThrow(() -> e);
            if (!database.isNewerThan(program)) {
                throw e;
            }
            throw new HomeException(HomeError.PROGRAM_TOO_OLD, database.getVersion(), program.getVersion()).causedBy(e);
        }
    }

    private static Optional<MigrationVersion> newest(MigrationInfo[] all, Predicate<MigrationInfo> wanted) {
        return Arrays.stream(all)
                .filter(wanted)
                .flatMap(info -> Optional.ofNullable(info.getVersion()).stream())
                .max(Comparator.naturalOrder());
    }
}
