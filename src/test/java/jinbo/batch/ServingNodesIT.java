package jinbo.batch;

import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import jinbo.platform.home.Home;
import jinbo.platform.home.HomeError;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import jinbo.testing.TestJvm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A node starts while a second process serves with the same database. */
@Timeout(120)
class ServingNodesIT {

    @TempDir
    private Path home;

    @TempDir
    private Path otherHome;

    private TestExchange exchange;
    private Process other;

    @BeforeEach
    void start() {
        exchange = TestExchange.start(home, new SettableClock("2026-10-12T03:00:00+08:00"));
    }

    @AfterEach
    void close() throws InterruptedException {
        if (other != null) {
            other.destroyForcibly().waitFor();
        }
        exchange.close();
    }

    @Test
    void joinsANodeWithTheSameHome() throws IOException {
        startOther(home);

        node().join().close();
        node().join().close();
    }

    @Test
    void refusesHomeWithoutTheLockOfAnotherNode() throws IOException {
        startOther(otherHome);

        assertThatThrownBy(() -> node().join())
                .is(error(HomeError.NODE_LOCK_NOT_SEEN))
                .hasMessageContaining("address: 127.0.0.1")
                .hasMessageContaining(home.resolve("nodes.lock").toString());
    }

    @Test
    void refusesHomeWhoseLocksAreNotShared() throws IOException {
        startOther(home);
        // as if the file server gave each machine locks of its own
        Files.delete(home.resolve("nodes.lock"));

        assertThatThrownBy(() -> node().join()).is(error(HomeError.NODE_LOCK_NOT_SEEN));
    }

    @Test
    void ignoresANodeThatHasDied() throws Exception {
        startOther(otherHome);
        other.destroyForcibly().waitFor();

        node().join().close();
    }

    @Test
    void serveEndsWithTheError() throws IOException {
        startOther(otherHome);

        CommandOutput serve = CommandSession.over(exchange).type("serve");

        assertThat(serve.exitCode()).isEqualTo(1);
        assertThat(serve.err()).contains("does not show its lock", "docs/operators/operations.md");
    }

    private ServingNodes node() {
        return exchange.bean(ServingNodes.class);
    }

    private void startOther(Path its) throws IOException {
        other = TestJvm.process(ServingNodesIT.class.getName(), its.toString(), exchange.databaseUrl())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(other.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("joined");
    }

    /** The other process: a node until it is killed or its input ends. */
    public static void main(String[] arguments) throws IOException {
        DriverManagerDataSource database = new DriverManagerDataSource(arguments[1]);
        Home home = new Home(Path.of(arguments[0]));
        ServingNodes.Membership node = new ServingNodes(database, JdbcClient.create(database), home).join();
        System.out.println("joined");
        System.in.read();
        node.close();
    }
}
