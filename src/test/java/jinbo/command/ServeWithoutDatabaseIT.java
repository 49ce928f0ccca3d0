package jinbo.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
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
        Told told = new Told();
        FutureTask<Integer> serving = new FutureTask<>(() -> Jinbo.run(
                new Terminal(new StringReader(""), new PrintWriter(told), new PrintWriter(told), false),
                commands.settings(),
                "--lang",
                "en",
                "--home",
                commands.home().toString(),
                "serve"));
        new Thread(serving, "serves").start();
        told.begun.await(2, TimeUnit.MINUTES);

        killTheServer();

        assertThat(serving.get(2, TimeUnit.MINUTES)).isEqualTo(1);
        assertThat(told.text.toString()).contains("The database server of this home answers no more");
        assertThat(commands.type("status").exitCode()).isZero();
    }

    private void killTheServer() throws IOException {
        String pid = Files.readAllLines(folder.resolve("home/db/data/postmaster.pid"))
                .get(0);
        ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
    }

    /** What is told, and that the first of it is. */
    private static final class Told extends Writer {
        private final StringBuffer text = new StringBuffer();
        private final CountDownLatch begun = new CountDownLatch(1);

        @Override
        public void write(char[] letters, int from, int length) {
            text.append(letters, from, length);
            if (text.indexOf("runs the jobs by schedule") >= 0) {
                begun.countDown();
            }
        }

        @Override
        public void flush() {
            // told at once
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
