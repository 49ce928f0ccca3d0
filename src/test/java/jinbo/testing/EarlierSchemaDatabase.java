package jinbo.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database as an earlier version of the program has left it, with what it held then. */
public final class EarlierSchemaDatabase {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern VERSION = Pattern.compile("V(\\d+)__.*");

    private final DriverManagerDataSource dataSource;

    private EarlierSchemaDatabase(DriverManagerDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Makes one.
     *
     * @param name of the database
     * @param last the last migration that the earlier version knew
     * @param folder where its migrations are put together
     */
    public static EarlierSchemaDatabase at(String name, int last, Path folder) {
        try (HikariDataSource any = TestDatabase.fresh()) {
            JdbcClient.create(TestDatabase.owner(any.getJdbcUrl()))
                    .sql("create database " + name)
                    .update();
            EarlierSchemaDatabase earlier = new EarlierSchemaDatabase(new DriverManagerDataSource(
                    TestDatabase.ownerUrl(any.getJdbcUrl()).replaceAll("/test\\d+", "/" + name)));
            Flyway.configure()
                    .dataSource(earlier.dataSource)
                    .locations("filesystem:" + migrationsUpTo(last, folder))
                    .load()
                    .migrate();
            return earlier;
        }
    }

    /** A client on it, for its owner. */
    public JdbcClient sql() {
        return JdbcClient.create(dataSource);
    }

    /** The JDBC URL of it, for its owner. */
    public String url() {
        return Objects.requireNonNull(dataSource.getUrl());
    }

    /** Brings it up to this version. */
    public void migrate() {
        Flyway.configure().dataSource(dataSource).load().migrate();
    }

    /** Without the one that runs each time: it speaks of what comes later. */
    private static Path migrationsUpTo(int last, Path folder) {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file : files.toList()) {
                Matcher version = VERSION.matcher(file.getFileName().toString());
                if (version.matches() && Integer.parseInt(version.group(1)) <= last) {
                    Files.copy(file, folder.resolve(file.getFileName()));
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
