package jinbo.platform.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import jinbo.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class MigrateDatabaseIT {

    @Test
    void knowsWhatFlywayHasAppliedWithoutFlyway() throws Exception {
        try (Connection connection = DriverManager.getConnection(TestDatabase.freshUrl())) {
            assertThat(MigrateDatabase.applied(connection))
                    .hasSizeGreaterThan(9)
                    .isEqualTo(MigrateDatabase.scripts(connection.getSchema(), MigrateDatabase.LOCATIONS));
        }
    }
}
