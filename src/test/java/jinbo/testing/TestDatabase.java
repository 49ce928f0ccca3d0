package jinbo.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One real PostgreSQL server for the whole test run, and in it a fresh migrated database for whoever asks.
 *
 * <p>The databases are copies of a template that Flyway migrated once, so each costs some 50 ms.
 */
public final class TestDatabase {

    private static final String TEMPLATE = "migrated";
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private TestDatabase() {}

    /** A pool on a new database with the project's schema and no rows but those of the migrations. */
    public static HikariDataSource fresh() {
        return open(freshUrl());
    }

    /** The JDBC URL, user and password included, of a new migrated database. */
    public static String freshUrl() {
        return copyOf(TEMPLATE);
    }

    /** The JDBC URL of a new database with all that one holds now; whoever is connected to that one is thrown out. */
    public static String copyOfUrl(String url) {
        throwOut(nameIn(url));
        return copyOf(nameIn(url));
    }

    /** Puts a copy of another database in the place of one; whoever is connected to it is thrown out. */
    public static void replaceUrl(String url, String copied) {
        JdbcClient postgres = JdbcClient.create(SERVER.getPostgresDatabase());
        postgres.sql("drop database " + nameIn(url) + " with (force)").update();
        postgres.sql("create database " + nameIn(url) + " template " + nameIn(copied))
                .update();
    }

    /** A connection that was closed may have its server process for a while yet. */
    private static void throwOut(String database) {
        JdbcClient.create(SERVER.getPostgresDatabase())
                .sql("select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = ?")
                .param(database)
                .query(Boolean.class)
                .list();
    }

    private static String copyOf(String database) {
        String name = "test" + COUNTER.incrementAndGet();
        JdbcClient.create(SERVER.getPostgresDatabase())
                .sql("create database " + name + " template " + database)
                .update();
        return SERVER.getJdbcUrl("postgres", name);
    }

    private static String nameIn(String url) {
        return url.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
    }

    private static HikariDataSource open(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("timezone", "America/St_Johns")
                    .setServerConfig("max_connections", "300")
                    // as the program sets it for its own server: refused statements quote rows
                    .setServerConfig("log_min_messages", "log")
                    .start();
            DataSource postgres = server.getPostgresDatabase();
            JdbcClient.create(postgres).sql("create database " + TEMPLATE).update();
            Flyway.configure()
                    .dataSource(server.getDatabase("postgres", TEMPLATE))
                    .load()
                    .migrate();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
