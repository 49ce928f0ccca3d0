package jinbo.platform.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the database is like, whatever stands in it: how large, and by which version of the program it was made. */
@Component
public record DatabaseInfo(JdbcClient jdbc) {

    private static final Pattern VERSION = Pattern.compile("V(\\d+)__.*\\.sql");

    public long size() {
        return jdbc.sql("select pg_database_size(current_database())")
                .query(Long.class)
                .single();
    }

    /** Whether its schema is the one that this program was built for; another version may have migrated it since the start. */
    public boolean hasSchemaOfProgram() {
        return jdbc.sql("select coalesce(max(version::int), 0) from flyway_schema_history where success")
                        .query(Integer.class)
                        .single()
                == newestMigration();
    }

    private static int newestMigration() {
        try {
            return Arrays.stream(
                            new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/V*.sql"))
                    .flatMap(migration -> Optional.ofNullable(migration.getFilename()).stream())
                    .flatMap(name -> Stream.of(VERSION.matcher(name)).filter(Matcher::matches))
                    .mapToInt(found -> Integer.parseInt(found.group(1)))
                    .max()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own migrations cannot be listed", e);
        }
    }
}
