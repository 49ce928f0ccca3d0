package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import jinbo.batch.collect.CollectReport;
import jinbo.batch.collect.CollectUploads;
import jinbo.platform.home.Home;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import jinbo.testing.TestJvm;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run that is told to end (SIGTERM) ends in time, leaves nothing half done, and takes the home's database server down. */
@Timeout(240)
class RunTerminationIT {

    private static final String NOW = "2012-09-21T09:00:00+08:00";
    private static final int FILES = 8;

    @TempDir
    static Path home;

    private static TestExchange exchange;
    private static ServerSocket silent;

    @BeforeAll
    static void aHomeWithItsOwnDatabaseAndADropThatNeverAnswers() throws IOException {
        silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        silent.setSoTimeout((int) TimeUnit.SECONDS.toMillis(120));
        exchange = TestExchange.start(home, new SettableClock(NOW), Map.of("spring.datasource.url", "embedded"));
        // the program itself lets the sample insurers take part in a demo's home only
        Files.createFile(new Home(home).demoMark());
        Files.writeString(
                home.resolve("jobs").resolve("collect-uploads.yaml"),
                "jinbo: {collect-uploads: {settle: 2s, insurers-at-a-time: 1}}\n");
        for (int file = 1; file <= FILES; file++) {
            long first = 13810000000L + 100_000L * file;
            exchange.upload(
                    "YUNHE",
                    UploadCsv.name("YUNHE", "20120921", file),
                    UploadCsv.complaints(
                            "2012-09-20",
                            LongStream.range(0, 1000).map(i -> first + 7 * i).toArray()));
        }
        exchange.sql()
                .sql("update insurer set drop_url = ?, drop_keys = ? where code = 'BEIDOU'")
                .params(
                        "sftp://jinbo@localhost:" + silent.getLocalPort(),
                        new String[] {"SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
                .update();
        exchange.bind("insurer", "BEIDOU");
        exchange.close();
    }

    @AfterAll
    static void close() throws IOException {
        exchange.close();
        silent.close();
    }

    @Test
    void theFileThatItIsAtIsFinishedAndTheRestIsHandedBack() throws Exception {
        Steps steps = new Steps();
        Process run = start("30s", "--lang", "en", "run", "collect-uploads", "--insurer", "YUNHE");
        try {
            steps.take("a file is answered", () -> awaitReceipts(run, 1));
            steps.take("the program gets the signal to end", () -> {
                run.destroy();

                assertThat(run.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
            });
        } finally {
            run.destroyForcibly();
        }
        steps.take("it says so, and its server is stopped", () -> {
            assertThat(said()).contains("stopped, because the program was asked to stop; run again to continue");
            assertThat(home.resolve("db/data/postmaster.pid")).doesNotExist();
            assertThat(receipts()).isBetween(1L, FILES - 1L);
        });
        steps.take("nothing is half done", () -> {
            exchange.restart();
            assertThat(exchange.count("inbound_file where (judged_answer > 0) <> (finished_answer > 0)"))
                    .as("files that were begun and not finished")
                    .isZero();
            assertThat(exchange.count("access_log_open")).isZero();
            assertThat(exchange.count("batch_job_execution where status <> 'COMPLETED'"))
                    .isZero();
        });
        steps.take("the next run does the rest", () -> {
            CollectReport rest = exchange.bean(CollectUploads.class).run(List.of(exchange.insurer("YUNHE")));
            assertThat(rest.problems()).isEmpty();
            assertThat(receipts()).isEqualTo(FILES);
            exchange.assertRegistryAgrees();
        });
    }

    @Test
    void whatDoesNotEndInTimeIsCutOffAndTheDatabaseIsStopped() throws Exception {
        exchange.close();
        Process run = start("2s", "--lang", "en", "run", "collect-uploads", "--insurer", "BEIDOU");
        try (Socket stalled = silent.accept()) {
            long asked = System.nanoTime();
            run.destroy();

            assertThat(run.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - asked))
                    .as("seconds, where logging in may take 30")
                    .isBetween(1L, 25L);
            assertThat(stalled.isConnected()).isTrue();
        } finally {
            run.destroyForcibly();
        }
        assertThat(home.resolve("db/data/postmaster.pid")).doesNotExist();
    }

    private Process start(String stopWithin, String... arguments) throws IOException {
        ProcessBuilder program = TestJvm.process("jinbo.operator.cli.Jinbo", "--home", home.toString());
        program.command().addAll(List.of(arguments));
        program.environment().put("JINBO_CLOCK", NOW);
        program.environment().put("JINBO_STOP_WITHIN", stopWithin);
        program.environment().keySet().removeIf(name -> name.startsWith("SPRING_"));
        return program.redirectErrorStream(true)
                .redirectOutput(home.resolve("said.txt").toFile())
                .start();
    }

    private String said() throws IOException {
        return Files.readString(home.resolve("said.txt"));
    }

    private void awaitReceipts(Process run, int number) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    boolean areThere = receipts() >= number;
                    assertThat(areThere || run.isAlive()).as(said()).isTrue();
                    return areThere;
                });
    }

    private long receipts() {
        return exchange.listing("YUNHE", "download").stream()
                .filter(name -> name.startsWith("receipt-") && name.endsWith(".pgp"))
                .count();
    }
}
