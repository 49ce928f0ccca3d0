package jinbo.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jinbo.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EarlierEntriesTest {

    @TempDir
    private Path folder;

    @Test
    void entriesOfTheAccessLogFromBeforeThereWerePeopleGetTheRoleThatTheirActorHad() throws IOException {
        try (HikariDataSource any = TestDatabase.fresh()) {
            JdbcClient.create(TestDatabase.owner(any.getJdbcUrl()))
                    .sql("create database before_people")
                    .update();
            DriverManagerDataSource older = new DriverManagerDataSource(
                    TestDatabase.ownerUrl(any.getJdbcUrl()).replaceAll("/test\\d+", "/before_people"));
            Flyway.configure()
                    .dataSource(older)
                    .locations("filesystem:" + migrationsUpTo(10))
                    .load()
                    .migrate();
            JdbcClient sql = JdbcClient.create(older);
            sql.sql("""
                    insert into access_log_entry (index, at, phase, intent, actor, operating_system_user, action, purpose,
                                                  object, outcome, numbers)
                    values (0, now(), 'INTENT', null, 'batch', 'root', 'TAKE_IN', 'acts', 'a file', null, null),
                           (1, now(), 'RESULT', 0, 'batch', 'root', 'TAKE_IN', 'acts', 'a file', 'ACCEPTED', 7),
                           (2, now(), 'INTENT', null, 'root', 'root', 'VERIFY_REGISTRY', 'proof', 'registry', null, null)
                    """).update();

            Flyway.configure().dataSource(older).load().migrate();

            assertThat(sql.sql(
                                    "select actor || ' ' || role || ' ' || coalesce(outcome, '-') from access_log_entry order by id")
                            .query(String.class)
                            .list())
                    .containsExactly("batch BATCH -", "batch BATCH ACCEPTED", "root OPERATOR -");
        }
    }

    /** Without the one that runs each time: it speaks of what comes later. */
    private Path migrationsUpTo(int last) throws IOException {
        Path all = Path.of("src/main/resources/db/migration");
        try (Stream<Path> files = Files.list(all)) {
            for (Path file : files.toList()) {
                Matcher version = Pattern.compile("V(\\d+)__.*")
                        .matcher(file.getFileName().toString());
                if (version.matches() && Integer.parseInt(version.group(1)) <= last) {
                    Files.copy(file, folder.resolve(file.getFileName()));
                }
            }
        }
        return folder;
    }
}
