package jinbo.platform.home;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the database is like, whatever stands in it: how large, and by which version of the program it was made. */
@Component
public record DatabaseInfo(JdbcClient jdbc, MigrateDatabase migration) {

    public long size() {
        return jdbc.sql("select pg_database_size(current_database())")
                .query(Long.class)
                .single();
    }

    /** Whether its schema is the one that this program was built for; another version may have migrated it since the start. */
    public boolean hasSchemaOfProgram() {
        return migration.isCurrent();
    }
}
