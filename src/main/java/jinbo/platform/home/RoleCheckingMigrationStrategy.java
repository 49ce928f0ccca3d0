package jinbo.platform.home;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/** Migrates a database that has the program's roles, and leaves any other as it is: the grants are migrations, too. */
@Component
class RoleCheckingMigrationStrategy implements FlywayMigrationStrategy {

    private final StartListener listener;

    RoleCheckingMigrationStrategy(StartListener listener) {
        this.listener = listener;
    }

    @Override
    public void migrate(Flyway flyway) {
        listener.begins(StartListener.Step.TABLES);
        try (Connection connection = flyway.getConfiguration().getDataSource().getConnection()) {
            DatabaseRoles.require(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be reached to migrate it", e);
        }
        flyway.migrate();
    }
}
