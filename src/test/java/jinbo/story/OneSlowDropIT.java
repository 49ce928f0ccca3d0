package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import jinbo.batch.publish.PublishReport;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.exchange.sftp.DropAddress;
import jinbo.testing.FaultySftpServer;
import jinbo.testing.NetworkFault;
import jinbo.testing.SettableClock;
import jinbo.testing.TcpProxy;
import jinbo.testing.TestExchange;
import jinbo.testing.TestLines;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The drops of 24 insurers answer over lines with a round trip of 40 ms; then one line passes one byte a second. */
@Timeout(180)
class OneSlowDropIT {

    private static final int MORE_INSURERS = 21;
    private static final String SLOW = "YUNHE";
    private static final Duration ONE_WAY = Duration.ofMillis(20);
    private static final double MOST_TIMES = 1.5;

    @TempDir
    Path home;

    private final List<FaultySftpServer> servers = new ArrayList<>();
    private final List<TcpProxy> lines = new ArrayList<>();
    private TestExchange exchange;
    private TcpProxy slow;

    @BeforeEach
    void eachInsurerHasAServer() {
        SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");
        exchange = TestExchange.start(home, clock);
        IntStream.range(0, MORE_INSURERS)
                .mapToObj(number -> "INSURER" + (char) ('A' + number))
                .forEach(code -> exchange.join(code, code, TestLines.LIFE, SecretKeys.generate(code, clock.instant())));
        exchange.sql()
                .sql("select code from insurer order by code")
                .query(String.class)
                .list()
                .forEach(this::moveDrop);
        slow = lines.get(lines.size() - 1);
    }

    @AfterEach
    void close() {
        exchange.close();
        lines.forEach(TcpProxy::close);
        servers.forEach(FaultySftpServer::close);
    }

    @Test
    void oneDropThatAnswersOneByteASecondDelaysNoOtherList() {
        exchange.publish();
        long undisturbed = Math.max(timeToPublish(), timeToPublish());

        slow.slowDown(Duration.ZERO, 1);
        long begun = System.nanoTime();
        CompletableFuture<PublishReport> run = CompletableFuture.supplyAsync(exchange::publish);
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(60))
                .until(() -> exchange.count("block_list where sequence = 4 and manifest_delivered_at is not null")
                        == lines.size() - 1);
        long disturbed = System.nanoTime() - begun;

        assertThat(run).as("the run, which still waits for the slow drop").isNotDone();
        assertThat(disturbed / (double) undisturbed)
                .as("%s instead of %s", Duration.ofNanos(disturbed), Duration.ofNanos(undisturbed))
                .isLessThan(MOST_TIMES);
        slow.goDown(NetworkFault.Kind.RESET);
        assertThat(run.join().problems())
                .extracting(problem -> problem.insurer().value())
                .containsExactly(SLOW);
    }

    private long timeToPublish() {
        long begun = System.nanoTime();
        assertThat(exchange.publish().problems()).isEmpty();
        return System.nanoTime() - begun;
    }

    private void moveDrop(String code) {
        FaultySftpServer server = FaultySftpServer.over(home.resolve("drops").resolve(code), ssh -> {});
        TcpProxy line = TcpProxy.to(server.address().port());
        line.slowDown(ONE_WAY, Long.MAX_VALUE);
        servers.add(server);
        lines.add(line);
        exchange.moveDrop(
                code,
                home.resolve("drops").resolve(code),
                new DropAddress(
                        "127.0.0.1", line.port(), "jinbo", server.address().pins(), ""));
    }
}
