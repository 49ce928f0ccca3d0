package jinbo.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import jinbo.platform.home.Home;
import jinbo.platform.net.FreePort;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * One real PostgreSQL server for a process of tests, and in it a fresh migrated database for whoever asks: a copy of
 * one that Flyway has migrated once.
 */
public final class TestDatabase {

    /** How the server knows the connections of {@link #sql}. */
    public static final String APPLICATION = "jinbo-test";

    /** Each database has connections of its own: to plan statements anew on each of them took a sixth of the server's time. */
    static final String PREPARED_AT_ONCE = "&prepareThreshold=1";

    private static final String TEMPLATE = "migrated";
    private static final String LOGIN = "user=jinbo_runtime";
    private static final EmbeddedPostgres SERVER = start();
    private static final DataSource SUPERUSER = open(SERVER.getJdbcUrl("postgres", "postgres"));
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final Map<String, HikariDataSource> OWNERS = new ConcurrentHashMap<>();
    private static final Queue<String> MADE = new ConcurrentLinkedQueue<>();

    private TestDatabase() {}

    /**
     * A pool on a new database with the project's schema and no rows but those of the migrations, for the role that the
     * program logs in as: what that may not do, fails.
     */
    public static HikariDataSource fresh() {
        return open(freshUrl());
    }

    /** As {@link #fresh}, for the owner. */
    static HikariDataSource freshForOwner() {
        return open(ownerUrl(freshUrl()));
    }

    /** The JDBC URL of a new migrated database, with the role that the program logs in as. */
    public static String freshUrl() {
        return copyOf(TEMPLATE);
    }

    /**
     * The JDBC URL of a new database with all that one holds now; whoever is connected to that one is thrown out. One at a time: two
     * threads that copy the same one would let each other's connections in, and PostgreSQL changes no database for two at once.
     */
    public static synchronized String copyOfUrl(String url) {
        JdbcClient postgres = onServer();
        // a program that works in the background would be back before the copy is made
        postgres.sql("alter database " + nameIn(url) + " with allow_connections false")
                .update();
        try {
            throwOut(nameIn(url));
            try {
                return copyOf(nameIn(url));
            } catch (UncategorizedSQLException inUse) {
                // a connection that was about to begin is seen by PostgreSQL, which waits some seconds, but not by
                // others yet
                throwOut(nameIn(url));
                return copyOf(nameIn(url));
            }
        } finally {
            postgres.sql("alter database " + nameIn(url) + " with allow_connections true")
                    .update();
        }
    }

    /** Puts a copy of another database in the place of one; whoever is connected to it is thrown out. */
    public static void replaceUrl(String url, String copied) {
        drop(nameIn(url));
        copy(nameIn(copied), nameIn(url));
    }

    /** Removes a database that nobody will ask for again; whoever is connected to it is thrown out. */
    public static void dropUrl(String url) {
        drop(nameIn(url));
    }

    /**
     * Removes all that were given out so far: several hundred of three hundred files each take a JVM that ends half a
     * minute.
     */
    static void dropAll() {
        for (String name = MADE.poll(); name != null; name = MADE.poll()) {
            drop(name);
        }
    }

    private static void drop(String database) {
        closeOwner(database);
        onServer().sql("drop database if exists " + database + " with (force)").update();
    }

    private static void closeOwner(String database) {
        Optional.ofNullable(OWNERS.remove(database)).ifPresent(HikariDataSource::close);
    }

    /** A connection that was closed may have its server process for a while yet. */
    private static void throwOut(String database) {
        closeOwner(database);
        onServer()
                .sql("select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = ?")
                .param(database)
                .query(Boolean.class)
                .list();
    }

    private static String copyOf(String database) {
        String name = "test" + COUNTER.incrementAndGet();
        copy(database, name);
        MADE.add(name);
        DatabaseCleanupListener.databasesExist();
        return SERVER.getJdbcUrl("jinbo_runtime", name) + PREPARED_AT_ONCE;
    }

    private static void copy(String database, String name) {
        onServer()
                // the other strategy writes each page into the log, too, and takes twice the time
                .sql("create database " + name + " template " + database + " strategy file_copy")
                .update();
    }

    /**
     * The same database for its owner, who may do everything in it: for what a test does with its own hands.
     *
     * @param url from {@link #freshUrl}, or that of a pool from {@link #fresh}
     */
    public static DataSource owner(String url) {
        return new DriverManagerDataSource(ownerUrl(url));
    }

    /**
     * A client on the same database for its owner, for single statements, over {@link #keepingConnections}.
     *
     * @param url from {@link #freshUrl}, or one that leads to the same database by a detour
     */
    public static JdbcClient sql(String url) {
        return JdbcClient.create(keepingConnections(url));
    }

    /**
     * The same database for its owner, over connections that are used again: each new one is a process that the server has to
     * start. The pool is closed when the database is copied, replaced or dropped.
     *
     * @param url as that of {@link #sql}
     */
    public static DataSource keepingConnections(String url) {
        return OWNERS.computeIfAbsent(
                nameIn(url),
                name -> open(
                        SERVER.getJdbcUrl("postgres", name) + PREPARED_AT_ONCE + "&ApplicationName=" + APPLICATION));
    }

    /** The JDBC URL of the same database for its owner, who migrates it. */
    public static String ownerUrl(String url) {
        return url.replace(LOGIN, "user=postgres");
    }

    /**
     * The JDBC URL of the same database for a portal of its own, once what everybody may has been taken from everybody,
     * as {@code docs/operators/database.md} says.
     *
     * @param url from {@link #freshUrl}
     */
    public static String portalUrl(String url) {
        String page = Readme.blocksUnder(Path.of("docs/operators/database.md"), "The portal's role", "sql");
        String connect = "\\connect jinbo\n";
        JdbcClient.create(owner(url))
                .sql(
                        "revoke all on database %1$s from public; grant connect on database %1$s to jinbo_runtime, jinbo_portal; %2$s"
                                .formatted(nameIn(url), page.substring(page.indexOf(connect) + connect.length())))
                .update();
        return url.replace(LOGIN, "user=jinbo_portal");
    }

    /**
     * Links the unpacked programs of this server into a home that has none. To unpack them takes 4 s of processor time.
     * {@code FirstExchangeIT}, {@code DemoStaysIT} and {@code UmaskIT} have one home each that unpacks its own.
     *
     * @param home a folder, which need not exist
     */
    public static void linkServerProgramsInto(Path home) {
        Path programs = new Home(home).create().database().resolve("server");
        if (Files.notExists(programs, LinkOption.NOFOLLOW_LINKS)) {
            String binaries = onServer()
                    .sql("select setting from pg_config where name = 'BINDIR'")
                    .query(String.class)
                    .single();
            try {
                Files.createSymbolicLink(programs, Path.of(binaries).getParent().getParent());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Whether a URL is one of a database from here. */
    public static boolean isOurs(String url) {
        return url.contains(LOGIN);
    }

    /** The superuser's client on the database that none of these is a copy of, over kept connections. */
    private static JdbcClient onServer() {
        return JdbcClient.create(SUPERUSER);
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
            Path folder = TestServerFolder.ofThisProcess();
            EmbeddedPostgres server = start(folder);
            while (!isIn(folder, server)) {
                server.close();
                server = start(folder);
            }
            DataSource postgres = server.getPostgresDatabase();
            JdbcClient.create(postgres).sql(roles()).update();
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

    private static EmbeddedPostgres start(Path folder) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setPort(FreePort.find())
                .setServerConfig("timezone", "America/St_Johns")
                .setServerConfig("max_connections", "300")
                // it would go round all the databases, of which none lives for long
                .setServerConfig("autovacuum", "off")
                // statements of tests are too short to gain from it
                .setServerConfig("jit", "off")
                // a statement that is prepared at once is planned once
                .setServerConfig("plan_cache_mode", "force_generic_plan")
                // nobody replicates it
                .setServerConfig("wal_level", "minimal")
                .setServerConfig("max_wal_senders", "0")
                // as the program sets it for its own server: refused statements quote rows
                .setServerConfig("log_min_messages", "log")
                .start();
    }

    /** Two processes may have picked the same free port: then zonky takes the server of the one that was first for its own. */
    private static boolean isIn(Path folder, EmbeddedPostgres server) throws IOException {
        String at = JdbcClient.create(server.getPostgresDatabase())
                .sql("show data_directory")
                .query(String.class)
                .single();
        return Files.isDirectory(folder) && Files.isSameFile(folder, Path.of(at));
    }

    /** The program's own. */
    private static String roles() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(TestDatabase.class.getResourceAsStream("/jinbo/platform/home/roles.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
