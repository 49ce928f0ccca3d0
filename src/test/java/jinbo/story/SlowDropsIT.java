package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import jinbo.batch.publish.PublishReport;
import jinbo.batch.recovery.Recoveries;
import jinbo.batch.recovery.Recovery;
import jinbo.exchange.sftp.DropAddress;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.registry.RegistrySnapshots;
import jinbo.registry.blocklist.SealedList;
import jinbo.testing.AttackTable;
import jinbo.testing.FaultySftpServer;
import jinbo.testing.NetworkFault;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TcpProxy;
import jinbo.testing.TestExchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers that send and take bytes little by little keep lists from themselves alone, and for a run. */
@Timeout(120)
class SlowDropsIT {

    private static final String GOES_ON = "the others have their lists, the run ends, the next one delivers";
    private static final String TAKEN_IN = "the run ends, all others are ingested, and this one by the next run";
    private static final Duration IN_TIME = Duration.ofSeconds(60);
    private static final int TRICKLE = 1000;

    @TempDir
    private Path home;

    private TestExchange exchange;
    private FaultySftpServer yunhe;
    private FaultySftpServer changqing;
    private TcpProxy toYunhe;
    private TcpProxy toChangqing;

    @BeforeEach
    void twoInsurersHaveServersOfTheirOwn() {
        exchange = TestExchange.start(
                home,
                new SettableClock("2012-09-21T09:00:00+08:00"),
                Map.of("jinbo.publish-block-lists.insurers-at-a-time", "1", "jinbo.drop.may-be-slow-for", "1s"));
        yunhe = FaultySftpServer.over(home.resolve("drops/YUNHE"), ssh -> {});
        changqing = FaultySftpServer.over(home.resolve("drops/CHANGQING"), ssh -> {});
        toYunhe = moved("YUNHE", yunhe);
        toChangqing = moved("CHANGQING", changqing);
        exchange.upload(
                "BEIDOU",
                UploadCsv.name("BEIDOU", "20120921", 1),
                UploadCsv.complaints("2012-09-20", 13810700000L, 13810700002L));
        assertThat(exchange.collect().problems()).isEmpty();
    }

    @AfterEach
    void close() {
        exchange.close();
        Stream.of(toYunhe, toChangqing).forEach(TcpProxy::close);
        Stream.of(yunhe, changqing).forEach(FaultySftpServer::close);
    }

    @Test
    void asManyAsAreDeliveredToAtATimeHoldNobodyUp() {
        Steps steps = new Steps();
        AtomicBoolean closed = new AtomicBoolean();
        exchange.at(FaultPoint.SEQUENCE_TAKEN, () -> {
            closed.set(exchange.bean(RegistrySnapshots.class).runIfNoneOpen(() -> {}));
            toYunhe.slowDown(Duration.ZERO, TRICKLE);
            toChangqing.slowDown(Duration.ZERO, TRICKLE);
        });

        steps.take("lists are published", () -> publishedBut("YUNHE", "CHANGQING"));
        steps.take(
                "the view of the registry was closed before the first delivery",
                () -> assertThat(closed).isTrue());
        steps.take("both servers are well again", this::heal);
        steps.take("the next run delivers what is left, and then the next lists", () -> {
            assertThat(published())
                    .containsExactlyInAnyOrder("YUNHE 1", "YUNHE 2", "CHANGQING 1", "CHANGQING 2", "BEIDOU 2");
            AttackTable.row("drop: little by little, as many drops as are delivered to at a time", GOES_ON, GOES_ON);
        });
    }

    @Test
    void whoHangsWithListsOfEarlierRunsKeepsNoOtherFromCatchingUp() {
        Steps steps = new Steps();
        exchange.at(FaultPoint.SEQUENCE_TAKEN, () -> {
            toYunhe.goDown(NetworkFault.Kind.RESET);
            toChangqing.goDown(NetworkFault.Kind.RESET);
        });
        steps.take(
                "two get no lists",
                () -> assertThat(exchange.publish().delivered()).hasSize(1));
        heal();
        Map<String, String> patient = Map.of(
                "spring.datasource.url", exchange.databaseUrl(),
                "jinbo.drop.may-be-slow-for", "10m",
                "jinbo.drop.answer-within", "10m",
                "jinbo.drop.login-within", "10m");
        try (TestExchange next = TestExchange.reopen(home, exchange.clock(), patient)) {
            next.at(FaultPoint.LIST_SEALED, () -> toYunhe.slowDown(Duration.ofMinutes(10), TRICKLE));
            CompletableFuture<PublishReport> run = CompletableFuture.supplyAsync(next::publish);
            steps.take("one gets its list of the run before, and the next one", () -> {
                Awaitility.await()
                        .atMost(IN_TIME)
                        .until(() -> next.count(
                                        "block_list where insurer = 'CHANGQING' and manifest_delivered_at is not null")
                                >= 2);
            });
            steps.take("the other still hangs", () -> {
                assertThat(run).isNotDone();
                assertThat(next.bean(RegistrySnapshots.class).runIfNoneOpen(() -> {}))
                        .as("no view of the registry is open")
                        .isTrue();
                toYunhe.goDown(NetworkFault.Kind.RESET);
            });
            steps.take("the run ends", () -> {
                assertThat(run.join().problems())
                        .extracting(problem -> problem.insurer().value())
                        .containsExactly("YUNHE");
                AttackTable.row("drop: little by little, a drop that has not taken the list before", GOES_ON, GOES_ON);
            });
        }
        heal();
        steps.take(
                "the next run delivers what is left",
                () -> assertThat(published()).contains("YUNHE 1", "YUNHE 2"));
    }

    @Test
    void whatAnotherProcessNoticesWhileAnInsurerCatchesUpStopsItsNextList() {
        exchange.at(FaultPoint.SEQUENCE_TAKEN, () -> toYunhe.goDown(NetworkFault.Kind.RESET));
        exchange.publish();
        heal();
        Recoveries recoveries = exchange.bean(Recoveries.class);
        exchange.at(
                FaultPoint.LIST_SEALED,
                () -> recoveries.corroborate(
                        recoveries.openOnce(
                                new InsurerCode("BEIDOU"),
                                "archive/x",
                                exchange.clock().instant()),
                        Recovery.Evidence.SPOOL));

        PublishReport report = exchange.publish();

        assertThat(report.problems())
                .as("others may have been sealed before")
                .extracting(problem -> problem.insurer().value())
                .contains("YUNHE");
        assertThat(report.problems())
                .allSatisfy(
                        problem -> assertThat(problem.what()).contains("nothing is published: archive/x of BEIDOU"));
        assertThat(exchange.count("block_list where insurer = 'YUNHE'")).isEqualTo(1);
    }

    @Test
    void whoIsSlowFromTheBeginningGetsNoListAndTheOthersDo() {
        Steps steps = new Steps();
        toYunhe.slowDown(Duration.ofMillis(900), Long.MAX_VALUE);

        steps.take("lists are published", () -> publishedBut("YUNHE"));
        steps.take(
                "none was sealed for it",
                () -> assertThat(exchange.count("block_list where insurer = 'YUNHE'"))
                        .isZero());
        steps.take("the server is well again", this::heal);
        steps.take("the next run delivers", () -> {
            assertThat(published()).contains("YUNHE 1");
            AttackTable.row("drop: little by little, a drop that is looked at before lists are made", GOES_ON, GOES_ON);
        });
    }

    @Test
    void whoSendsNothingButSlowlyKeepsNobodyFromCollecting() {
        exchange.upload(
                "YUNHE", UploadCsv.name("YUNHE", "20120921", 1), UploadCsv.complaints("2012-09-20", 13810700004L));
        exchange.upload(
                "BEIDOU", UploadCsv.name("BEIDOU", "20120921", 2), UploadCsv.complaints("2012-09-20", 13810700006L));
        toYunhe.slowDown(Duration.ofMillis(900), Long.MAX_VALUE);

        assertThat(exchange.collect().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.insurer()).hasToString("YUNHE");
            assertThat(problem.what()).contains("the server is too slow");
        });
        assertThat(exchange.count("registration")).isEqualTo(3);
        heal();
        assertThat(exchange.collect().problems()).isEmpty();
        assertThat(exchange.count("registration")).isEqualTo(4);
        AttackTable.row("drop: little by little, a drop that uploads are collected from", TAKEN_IN, TAKEN_IN);
    }

    private void heal() {
        toYunhe.heal();
        toChangqing.heal();
    }

    private void publishedBut(String... slow) {
        long begun = System.nanoTime();
        PublishReport report = exchange.publish();

        assertThat(System.nanoTime() - begun).isLessThan(IN_TIME.toNanos());
        assertThat(report.delivered()).hasSize(3 - slow.length);
        assertThat(report.problems())
                .extracting(problem -> problem.insurer().value())
                .containsExactlyInAnyOrder(slow);
        assertThat(report.problems())
                .allSatisfy(problem -> assertThat(problem.what()).contains("the server is too slow"));
    }

    private List<String> published() {
        PublishReport report = exchange.publish();
        assertThat(report.problems()).isEmpty();
        return report.delivered().stream()
                .map(SealedList::manifest)
                .map(list -> list.insurer() + " " + list.sequence())
                .toList();
    }

    private TcpProxy moved(String code, FaultySftpServer server) {
        TcpProxy line = TcpProxy.to(server.address().port());
        DropAddress there = new DropAddress(
                "127.0.0.1", line.port(), "jinbo", server.address().pins(), "");
        exchange.moveDrop(code, home.resolve("drops").resolve(code), there);
        return line;
    }
}
