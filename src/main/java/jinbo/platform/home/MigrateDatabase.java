package jinbo.platform.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Migrates the database and its grants when the program starts. Refuses a database that lacks the program's roles or
 * that a newer version has migrated. Flyway takes 0.2 s even without new migrations, so it runs only if the history in
 * the database differs from the program's scripts.
 */
@Component
public record MigrateDatabase(ConfigurableApplicationContext program, DataSource dataSource, StartListener listener)
        implements InitializingBean {

    static final String[] LOCATIONS = {"classpath:db/migration"};

    private static final String READABLE =
            "select has_table_privilege(to_regclass('flyway_schema_history')::oid, 'select')";

    private static final String APPLIED = """
            select distinct on (script) script, checksum from flyway_schema_history
            where type = 'SQL' and success order by script, installed_rank desc
            """;

    /** Creates beans that use tables after the migration; registered in {@code spring.factories}. */
    static final class Detector extends AbstractBeansOfTypeDatabaseInitializerDetector {

        @Override
        protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
            return Set.of(MigrateDatabase.class);
        }
    }

    @Override
    public void afterPropertiesSet() {
        listener.begins(StartListener.Step.TABLES);
        if (isCurrent()) {
            return;
        }
        try (AnnotationConfigApplicationContext flyway = new AnnotationConfigApplicationContext()) {
            flyway.setParent(program);
            flyway.registerBean(FlywayMigrationStrategy.class, () -> MigrateDatabase::migrate);
            flyway.register(FlywayAutoConfiguration.class);
            flyway.refresh();
        }
    }

    boolean isCurrent() {
        try (Connection connection = dataSource.getConnection()) {
            DatabaseRoles.require(connection);
            return applied(connection).equals(scripts(connection.getSchema(), locations()));
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be reached to migrate it", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own migrations cannot be read", e);
        }
    }

    private static void migrate(Flyway flyway) {
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

    /** The applied scripts with checksums; empty before the first migration, or if it did not reach the grants. */
    static Map<String, Integer> applied(Connection connection) throws SQLException {
        Map<String, Integer> applied = new HashMap<>();
        try (var statement = connection.createStatement()) {
            try (var table = statement.executeQuery(READABLE)) {
                table.next();
                if (!table.getBoolean(1)) {
                    return applied;
                }
            }
            try (var row = statement.executeQuery(APPLIED)) {
                while (row.next()) {
                    applied.put(row.getString(1), row.getInt(2));
                }
            }
        }
        return applied;
    }

    private String[] locations() {
        return program.getEnvironment().getProperty("spring.flyway.locations", String[].class, LOCATIONS);
    }

    /** The program's scripts with Flyway's checksums; those of repeatable scripts include replaced placeholders. */
    static Map<String, Integer> scripts(String schema, String... locations) throws IOException {
        Map<String, Integer> scripts = new HashMap<>();
        for (String location : locations) {
            String files = location.replaceFirst("^filesystem:", "file:") + "/*.sql";
            for (Resource script : new PathMatchingResourcePatternResolver().getResources(files)) {
                String name = Objects.requireNonNull(script.getFilename());
                String text = script.getContentAsString(StandardCharsets.UTF_8);
                CRC32 checksum = new CRC32();
                (name.startsWith("R")
                                ? text.replace("${flyway:defaultSchema}", schema)
                                        .replace("${flyway:table}", "flyway_schema_history")
                                : text)
                        .lines()
                        .forEach(line -> checksum.update(line.getBytes(StandardCharsets.UTF_8)));
                scripts.put(name, (int) checksum.getValue());
            }
        }
        return scripts;
    }
}
