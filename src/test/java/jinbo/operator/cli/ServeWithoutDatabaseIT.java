package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jinbo.testing.CommandSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database of a home falls under the process that serves: that ends so that it is started anew, and finds all as it was. */
class ServeWithoutDatabaseIT {

    @TempDir
    private Path folder;

    @Test
    void itEndsWithOneAndTheNextOneHasTheDatabaseAgain() throws Exception {
        CommandSession commands = CommandSession.of(folder.resolve("home"))
                .with("logging.level.root", "warn")
                .with("jinbo.console.port", "-1")
                .with("jinbo.monitoring.port", "-1")
                // how long each part waits for a connection when all of them are closed
                .with("spring.datasource.hikari.connection-timeout", "1000");
        try (ServingProcess serving = ServingProcess.start(commands)) {
            assertThat(serving.out()).contains("for trials on one machine").contains("SPRING_DATASOURCE_URL");
            killTheServer();

            assertThat(serving.exitCode()).isEqualTo(1);
            assertThat(serving.out()).contains("the database server of this home does not respond");
        }
        assertThat(commands.type("status").exitCode()).isZero();
    }

    private void killTheServer() throws IOException {
        String pid = Files.readAllLines(folder.resolve("home/db/data/postmaster.pid"))
                .get(0);
        ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
    }
}
