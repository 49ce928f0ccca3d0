package jinbo.platform.home;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public record DatabaseInfo(JdbcClient jdbc, MigrateDatabase migration) {

    /** In bytes. */
    public long size() {
        return jdbc.sql("select pg_database_size(current_database())")
                .query(Long.class)
                .single();
    }

    /** True if the schema is the one of this program. Another version may have migrated it since the start. */
    public boolean hasSchemaOfProgram() {
        return migration.isCurrent();
    }
}
