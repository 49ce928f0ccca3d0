package jinbo.platform.home;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Facts about the database for monitoring. */
@Component
public record DatabaseInfo(JdbcClient jdbc, MigrateDatabase migration) {

    /** The size of the database in bytes. */
    public long size() {
        return jdbc.sql("select pg_database_size(current_database())")
                .query(Long.class)
                .single();
    }

    /** True if the schema is that of this version of the program; another one may have migrated it since. */
    public boolean hasSchemaOfProgram() {
        return migration.isCurrent();
    }
}
