package jinbo.platform.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.testing.Steps;
import jinbo.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Timeout(180)
class EmbeddedDatabaseIT {

    private static final int SSL_REQUEST = 80_877_103;
    private static final String ASKED_FOR_PASSWORD = "requireAuth=scram-sha-256&";
    private static final String INVALID_PASSWORD = "28P01";
    private static final int ASKS_FOR_NO_PASSWORD = 0;
    private static final int ASKS_FOR_THE_PASSWORD_IN_CLEAR = 3;

    @TempDir
    Path root;

    @BeforeEach
    void linkServerPrograms() {
        TestDatabase.linkServerProgramsInto(root);
    }

    @Test
    void theServerIsDurableAsksForAPasswordAndServesOtherProcessesUntilTheLastIsDone() throws Exception {
        Steps steps = new Steps();
        Home home = new Home(root).create();
        EmbeddedDatabase starter = EmbeddedDatabase.open(home);
        try (DatabaseUserProgram user = DatabaseUserProgram.open(root)) {
            steps.take("the server is durable", () -> {
                assertThat(settings(starter.address(), "fsync", "synchronous_commit", "full_page_writes"))
                        .containsOnly(
                                Map.entry("fsync", "on"),
                                Map.entry("synchronous_commit", "on"),
                                Map.entry("full_page_writes", "on"));
                assertThat(settings(starter.address(), "log_min_messages"))
                        .as("errors quote rows, and rows hold numbers")
                        .containsValue("log");
            });
            steps.take(
                    "its port is none of those that outgoing connections get, to which it could be lost",
                    () -> assertThat(settings(starter.address(), "port").get("port"))
                            .satisfies(
                                    port -> assertThat(Integer.parseInt(port)).isBetween(1024, 32767)));
            steps.take("it asks for a password", () -> {
                assertPasswordRefused(starter.address(), "postgres", "guessed");
                assertThat(Files.getPosixFilePermissions(home.database().resolve("server.properties")))
                        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
                assertThat(starter.address().toString())
                        .doesNotContain(starter.address().password());
            });
            steps.take("a login costs one hash of the password, which is too long to be guessed", () -> {
                assertThat(starter.address().password()).hasSizeGreaterThan(40);
                assertThat(storedPasswords(starter.superuser()))
                        .hasSize(2)
                        .allSatisfy(stored -> assertThat(stored).startsWith("SCRAM-SHA-256$1:"));
            });
            steps.take("another process uses it", () -> user.execute("create table of_the_user (x int)"));
            steps.take("the process that started it is done", () -> starter.close());
            steps.take("the server is not stopped under its user", () -> {
                assertThat(home.database().resolve("data/postmaster.pid"))
                        .as("it is not stopped under its user")
                        .exists();
                user.execute("insert into of_the_user values (1)");
            });
            steps.take("the user is done", () -> user.end());
        }
        steps.take(
                "the server is stopped",
                () -> assertThat(home.database().resolve("data/postmaster.pid")).doesNotExist());
    }

    @Test
    void aServerWhoseStarterWasKilledIsNotTakenFromThoseWhoUseIt() throws Exception {
        try (DatabaseUserProgram starter = DatabaseUserProgram.open(root);
                DatabaseUserProgram user = DatabaseUserProgram.open(root)) {
            starter.kill();
            user.execute("create table kept as select 1 as x");
            long server = postmaster();

            try (EmbeddedDatabase newcomer = EmbeddedDatabase.open(new Home(root))) {
                assertThat(postmaster()).isEqualTo(server);
                assertThat(count(newcomer.superuser(), "kept")).isEqualTo(1);
            }

            user.execute("insert into kept values (2)");
            user.end();
        }
    }

    @Test
    void theProgramLogsInAsARoleThatOwnsNothingWithAPasswordOfEachStart() throws Exception {
        Home home = new Home(root).create();
        DatabaseAddress first;
        try (EmbeddedDatabase database = EmbeddedDatabase.open(home)) {
            first = database.address();
            assertThat(first.user()).isEqualTo("jinbo_runtime");
            assertThat(first.password()).isNotEqualTo(database.superuser().password());
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> execute(database.address(), "create table mine (x int)"))
                    .withMessageContaining("permission denied");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.open(home)) {
            assertThat(database.address().password()).isNotEqualTo(first.password());
            assertThat(database.address().user()).isEqualTo(first.user());
            assertPasswordRefused(database.address(), first.user(), first.password());
        }
    }

    @Test
    void aHomeThatIsOlderThanTheRolesGetsThemAtItsNextStart() throws Exception {
        Home home = new Home(root).create();
        OwnerOnlyFile file = RunningDatabaseServer.file(home.database());
        try (EmbeddedDatabase database = EmbeddedDatabase.open(home)) {
            execute(
                    database.superuser(),
                    "drop owned by jinbo_runtime, jinbo_numbers; drop role jinbo_runtime, jinbo_numbers;"
                            + "create table kept as select 1 as x");
            execute(
                    database.superuser(),
                    "set scram_iterations = 4096; alter role postgres password '"
                            + database.superuser().password() + "'");
            assertThat(storedPasswords(database.superuser()))
                    .as("as an earlier version stored it")
                    .singleElement()
                    .asString()
                    .startsWith("SCRAM-SHA-256$4096:");
            file.write(file.read().replaceAll("(?m)^runtime-password=.*$", ""));
            assertThatExceptionOfType(IOException.class)
                    .as("no other process joins the server while it is that of the earlier version")
                    .isThrownBy(() -> DatabaseUserProgram.open(root));
        }

        try (EmbeddedDatabase database = EmbeddedDatabase.open(home)) {
            assertThat(count(database.superuser(), "kept")).isEqualTo(1);
            execute(database.address(), "begin; set local role jinbo_numbers; commit");
        }
    }

    @Test
    void aHomeWhoseFirstStartWasKilledBeginsAgain() throws Exception {
        Home home = new Home(root).create();
        Files.createDirectories(home.database().resolve("data/base"));
        Files.writeString(home.database().resolve("data/PG_VERSION"), "18\n");
        new RunningDatabaseServer(0, "the password that initdb was given", "", "data")
                .write(RunningDatabaseServer.file(home.database()));

        try (EmbeddedDatabase database = EmbeddedDatabase.open(home)) {
            assertThat(count(database.address(), "pg_database")).isPositive();
        }
    }

    @Test
    void anInitdbThatOutlivedItsKilledStarterDoesNotDisturbTheNextStart() throws Exception {
        Home home = new Home(root).create();
        Path given = Files.createDirectories(home.database().resolve("data"));
        // as the single-user server that initdb runs notes itself; this very process stands for it, and must live
        Files.writeString(
                given.resolve("postmaster.pid"), "-" + ProcessHandle.current().pid() + "\n" + given + "\n");
        new RunningDatabaseServer(0, "the password that initdb was given", "", "data")
                .write(RunningDatabaseServer.file(home.database()));

        try (EmbeddedDatabase database = EmbeddedDatabase.open(home)) {
            // what a failing initdb does last
            Files.deleteIfExists(given.resolve("postmaster.pid"));
            Files.deleteIfExists(given);
            assertThat(count(database.address(), "pg_database")).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "port=5432\n", "password=abc\n", "port=54", "port=x\npassword=abc\n", "port=0\npassword=\n"})
    void aHalfWrittenFileWithThePasswordNeverLetsTheDatabaseBeMadeAnew(String text) throws IOException {
        Path folder = Files.createDirectories(root.resolve("db/data")).getParent();
        Path kept = Files.writeString(folder.resolve("data/PG_VERSION"), "18\n");
        new OwnerOnlyFile(folder.resolve("server.properties")).write(text);

        assertThatExceptionOfType(HomeException.class)
                .isThrownBy(() -> EmbeddedDatabase.open(new Home(root)))
                .withMessageContaining("damaged")
                .withMessageContaining("server.properties");
        assertThat(kept).exists();
    }

    @Test
    void aServerIsNotTakenFromItsUserWhoseLockSomebodyHasDeleted() throws Exception {
        try (EmbeddedDatabase starter = EmbeddedDatabase.open(new Home(root).create());
                var connection = DriverManager.getConnection(
                        starter.superuser().url(),
                        "postgres",
                        starter.superuser().password());
                var statement = connection.createStatement()) {
            long server = postmaster();
            Files.delete(root.resolve("db/users.lock"));

            try (DatabaseUserProgram newcomer = DatabaseUserProgram.open(root)) {
                newcomer.execute("create table of_the_newcomer (x int)");
                assertThat(postmaster()).isEqualTo(server);
                newcomer.end();
            }

            statement.execute("insert into of_the_newcomer values (1)");
        }
        assertThat(root.resolve("db/data/postmaster.pid")).doesNotExist();
    }

    @Test
    void anotherProgramThatGotThePortOfAStoppedServerLearnsNoPasswordAndIsNotBelieved() throws Exception {
        try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            RunningDatabaseServer stopped =
                    new RunningDatabaseServer(port.getLocalPort(), "a password", "another", "data");
            for (int request : List.of(ASKS_FOR_THE_PASSWORD_IN_CLEAR, ASKS_FOR_NO_PASSWORD)) {
                CompletableFuture<String> heard = CompletableFuture.supplyAsync(() -> answer(port, request));

                assertThat(stopped.answers()).isFalse();

                assertThat(heard.get(60, TimeUnit.SECONDS)).isEmpty();
            }
        }
    }

    /** Refuses encryption and asks for authentication, as in the frontend protocol 3.0; returns what follows. */
    private static String answer(ServerSocket port, int request) {
        try (Socket client = port.accept();
                DataInputStream in = new DataInputStream(client.getInputStream());
                DataOutputStream out = new DataOutputStream(client.getOutputStream())) {
            int length = in.readInt();
            for (int code = in.readInt(); code == SSL_REQUEST; code = in.readInt()) {
                out.writeByte('N');
                length = in.readInt();
            }
            in.readNBytes(length - 2 * Integer.BYTES);
            out.writeByte('R');
            out.writeInt(2 * Integer.BYTES);
            out.writeInt(request);
            client.shutdownOutput();
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatAPowerCutLeftOfTheServersOwnLockDoesNotStopTheNextStart() throws Exception {
        EmbeddedDatabase.open(new Home(root).create()).close();
        for (String left : List.of("", "1", "999999999\n")) {
            Files.writeString(root.resolve("db/data/postmaster.pid"), left);
            Files.deleteIfExists(root.resolve("db/data/postmaster.opts"));

            try (EmbeddedDatabase next = EmbeddedDatabase.open(new Home(root))) {
                assertThat(count(next.address(), "pg_database")).as(left).isPositive();
            }
        }
    }

    @Test
    void anotherPostgresThatGotTheNumberOfADeadServerIsLeftAlone() throws Exception {
        EmbeddedDatabase.open(new Home(root).create()).close();
        HikariDataSource pool = TestDatabase.fresh();
        JdbcClient innocent = JdbcClient.create(TestDatabase.owner(pool.getJdbcUrl()));
        String lock = innocent.sql("select pg_read_file(current_setting('data_directory') || '/postmaster.pid')")
                .query(String.class)
                .single();
        Files.writeString(root.resolve("db/data/postmaster.pid"), lock);

        try (EmbeddedDatabase next = EmbeddedDatabase.open(new Home(root))) {
            assertThat(count(next.address(), "pg_database")).isPositive();
        }

        assertThat(innocent.sql("select 1").query(Integer.class).single()).isEqualTo(1);
        pool.close();
    }

    @Test
    void whatAKilledProcessLeftRunningIsStoppedAndItsDataAreThere() throws Exception {
        long orphan;
        try (DatabaseUserProgram killed = DatabaseUserProgram.open(root)) {
            killed.execute("create table kept as select 1 as x");
            orphan = postmaster();
            killed.kill();
        }
        assertThat(ProcessHandle.of(orphan))
                .as("the server outlives its starter")
                .isPresent();

        try (EmbeddedDatabase next = EmbeddedDatabase.open(new Home(root))) {
            assertThat(postmaster()).as("a server of its own").isNotEqualTo(orphan);
            assertThat(count(next.superuser(), "kept")).isEqualTo(1);
        }
    }

    @Test
    void aProcessThatGotTheNumberOfADeadServerIsLeftAlone() throws Exception {
        EmbeddedDatabase.open(new Home(root).create()).close();
        Process innocent = new ProcessBuilder("sleep", "600").start();
        try {
            Path data = root.resolve("db/data");
            Files.writeString(
                    data.resolve("postmaster.pid"),
                    "%d%n%s%n1348189200%n5432%n%nlocalhost%n         0         0%nready   %n"
                            .formatted(innocent.pid(), data));

            try (EmbeddedDatabase next = EmbeddedDatabase.open(new Home(root))) {
                assertThat(count(next.address(), "pg_database")).isPositive();
            }

            assertThat(innocent.isAlive()).isTrue();
        } finally {
            innocent.destroyForcibly();
        }
    }

    @Test
    void aSecretThatOthersCanReadIsRefusedWithTheRemedy() throws IOException {
        Path folder = Files.createDirectories(root.resolve("db/data")).getParent();
        Files.writeString(folder.resolve("data/PG_VERSION"), "18\n");
        OwnerOnlyFile file = RunningDatabaseServer.file(folder);
        new RunningDatabaseServer(5432, "a password", "another", "data").write(file);
        Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-r-----"));

        assertThatExceptionOfType(HomeException.class)
                .isThrownBy(() -> EmbeddedDatabase.open(new Home(root)))
                .withMessageContaining("chmod 600")
                .withMessageContaining("server.properties")
                .withMessageNotContaining("a password");
    }

    @Test
    void aDatabaseWhosePasswordIsGoneIsNotGuessedAt() throws IOException {
        Path folder = Files.createDirectories(root.resolve("db/data")).getParent();
        Files.writeString(folder.resolve("data/PG_VERSION"), "18\n");

        assertThatExceptionOfType(HomeException.class)
                .isThrownBy(() -> EmbeddedDatabase.open(new Home(root)))
                .withMessageContaining("password is missing");
    }

    @Test
    void aHomeIsMadeForItsOwnerAlone() throws IOException {
        Home home = new Home(root.resolve("new")).create();

        for (Path folder : List.of(home.root(), home.database(), home.keys(), home.spool(), home.quarantine())) {
            assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(root.resolve("db/data/postmaster.pid"))
                .get(0)
                .strip());
    }

    private static Map<String, String> settings(DatabaseAddress address, String... names) throws SQLException {
        Map<String, String> values = new TreeMap<>();
        try (var connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                var statement = connection.createStatement()) {
            for (String name : names) {
                try (var row = statement.executeQuery("show " + name)) {
                    row.next();
                    values.put(name, row.getString(1));
                }
            }
        }
        return values;
    }

    /** The server itself refuses the password, even of a client that does not insist on being asked for one. */
    private static void assertPasswordRefused(DatabaseAddress address, String user, String password) {
        assertThat(address.url()).contains(ASKED_FOR_PASSWORD);
        for (String url : List.of(address.url(), address.url().replace(ASKED_FOR_PASSWORD, ""))) {
            assertThatExceptionOfType(SQLException.class)
                    .as(url)
                    .isThrownBy(() -> DriverManager.getConnection(url, user, password))
                    .extracting(SQLException::getSQLState)
                    .isEqualTo(INVALID_PASSWORD);
        }
    }

    private static void execute(DatabaseAddress address, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> storedPasswords(DatabaseAddress superuser) {
        return JdbcClient.create(new DriverManagerDataSource(superuser.url(), superuser.user(), superuser.password()))
                .sql("select rolpassword from pg_authid where rolpassword is not null")
                .query(String.class)
                .list();
    }

    private static long count(DatabaseAddress address, String table) throws SQLException {
        try (var connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }
}
