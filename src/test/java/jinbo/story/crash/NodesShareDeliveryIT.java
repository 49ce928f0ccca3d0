package jinbo.story.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.exchange.sftp.DropAddress;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.testing.FaultySftpServer;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TcpProxy;
import jinbo.testing.TestDatabase;
import jinbo.testing.TestExchange;
import jinbo.testing.TestLines;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Three processes serve one exchange whose drops are slow: all of them deliver, and one after the other is killed with
 * SIGKILL in the middle, until one is left.
 */
@Timeout(600)
class NodesShareDeliveryIT {

    private static final String NINE = "2012-09-21T09:00:00+08:00";
    private static final String JOB = "publish-block-lists";
    private static final String NODE = "node";
    private static final String OVER_THE_THIRD_LIST = FaultPoint.BETWEEN_LIST_AND_MANIFEST + ":3";
    private static final String ROWS = "mobile,complaint,complained_on\r\n13810001234,TELEMARKETING,2012-09-20\r\n";
    private static final int MORE_INSURERS = 9;
    private static final Duration ROUND_TRIP = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path home;

    private final List<FaultySftpServer> servers = new ArrayList<>();
    private final List<TcpProxy> proxies = new ArrayList<>();
    private final List<ProgramProcess> nodes = new ArrayList<>();
    private List<String> codes = List.of();
    private TestExchange exchange;

    @BeforeEach
    void manyInsurersHaveServersOfTheirOwn() {
        SettableClock clock = new SettableClock(NINE);
        exchange = TestExchange.start(home, clock);
        List<String> more = IntStream.range(0, MORE_INSURERS)
                .mapToObj(number -> "INSURER" + (char) ('A' + number))
                .toList();
        more.forEach(code -> exchange.join(code, code, TestLines.LIFE, SecretKeys.generate(code, clock.instant())));
        codes = exchange.sql()
                .sql("select code from insurer order by code")
                .query(String.class)
                .list();
        codes.forEach(this::moveDrop);
        exchange.upload("YUNHE", "complaints-YUNHE-20120921-001.csv.pgp", ROWS);
        assertThat(exchange.collect().problems()).isEmpty();
    }

    @AfterEach
    void close() {
        nodes.forEach(ProgramProcess::close);
        exchange.close();
        proxies.forEach(TcpProxy::close);
        servers.forEach(FaultySftpServer::close);
    }

    @Test
    void allNodesDeliverEachListOnceAlthoughOneAfterTheOtherDies() {
        Steps steps = new Steps();
        proxies.forEach(proxy -> proxy.slowDown(ROUND_TRIP.dividedBy(2), Long.MAX_VALUE));
        Map<String, String> settings = settings();

        steps.take("they serve", () -> {
            nodes.add(node(OVER_THE_THIRD_LIST, settings, 1));
            nodes.add(node(NodeProgram.NOWHERE, settings, 2));
            nodes.add(node(NodeProgram.NOWHERE, settings, 3));
            nodes.forEach(node -> node.say("serves"));
        });
        List<String> names = nodes.stream().map(node -> node.tell("as ")).toList();
        steps.take("one of three is killed over a list", () -> killOverAList(nodes.get(0)));
        steps.take("the others finish this run and make another", this::awaitThisRunAndAnother);
        Map<Long, String> before = deliveries();
        steps.take(
                "each has worked",
                () -> assertThat(Set.copyOf(before.values())).containsExactlyInAnyOrderElementsOf(names));
        steps.take("one of the two others is killed over a list", () -> {
            nodes.get(1).arm(OVER_THE_THIRD_LIST);
            killOverAList(nodes.get(1));
        });
        steps.take("the last one finishes this run and makes another", this::awaitThisRunAndAnother);
        steps.take("it ends", () -> nodes.get(2).end());
        steps.take("both have worked since the first kill", () -> {
            Map<Long, String> since = deliveries();
            since.keySet().removeAll(before.keySet());
            assertThat(Set.copyOf(since.values())).containsExactlyInAnyOrderElementsOf(names.subList(1, 3));
        });
        steps.take("every insurer got each list once and in sequence", () -> {
            long runs = exchange.count("scheduled_run where outcome in ('DONE', 'LEFT') and job = '" + JOB + "'");
            for (String code : codes) {
                assertThat(exchange.count(
                                "block_list where manifest_delivered_at is not null and insurer = '" + code + "'"))
                        .as("lists of %s", code)
                        .isEqualTo(runs);
                assertThat(exchange.lists(code).names()).as("lists of %s", code).hasSize(Math.toIntExact(runs));
                assertThat(exchange.lists(code).whole()).as("list of %s", code).isNotEmpty();
            }
        });
        steps.take(
                "records are sound",
                () -> assertThat(new RecordConsistencyCheck(exchange.sql()).faults())
                        .isEmpty());
    }

    private static void killOverAList(ProgramProcess node) {
        node.arriveAt(FaultPoint.BETWEEN_LIST_AND_MANIFEST.name());
        node.kill();
    }

    private void awaitThisRunAndAnother() {
        long begun = exchange.count("scheduled_run where job = '" + JOB + "'");
        await(() -> exchange.count("scheduled_run where outcome = 'DONE' and job = '" + JOB + "'") > begun);
    }

    /** The nodes that worked on partitions, by the IDs of their step executions. */
    private Map<Long, String> deliveries() {
        JobRepository repository = exchange.bean(JobRepository.class);
        return repository.findJobInstances(JOB).stream()
                .flatMap(instance -> repository.getJobExecutions(instance).stream())
                .flatMap(execution -> execution.getStepExecutions().stream())
                .filter(partition -> partition.getExecutionContext().containsKey(NODE))
                .collect(Collectors.toMap(
                        StepExecution::getId,
                        partition -> partition.getExecutionContext().getString(NODE)));
    }

    private void moveDrop(String code) {
        Path root = home.resolve("drops").resolve(code);
        FaultySftpServer server = FaultySftpServer.over(root, ssh -> {});
        TcpProxy proxy = TcpProxy.to(server.address().port());
        servers.add(server);
        proxies.add(proxy);
        exchange.moveDrop(
                code,
                root,
                new DropAddress(
                        "127.0.0.1", proxy.port(), "jinbo", server.address().pins(), ""));
    }

    private ProgramProcess node(String where, Map<String, String> settings, int number) {
        return ProgramProcess.start(NodeProgram.class, where, settings, home.resolve("node-" + number + ".txt"));
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("jinbo.home", home.toString());
        settings.put("jinbo.clock", NINE);
        settings.put("jinbo.clock-since", Instant.now().toString());
        settings.put("spring.datasource.url", exchange.databaseUrl());
        settings.put("spring.flyway.url", TestDatabase.ownerUrl(exchange.databaseUrl()));
        settings.put("jinbo.publish-block-lists.insurers-at-a-time", "1");
        settings.put("jinbo.schedule.heartbeat", "1s");
        settings.put("jinbo.schedule.look-every", "500ms");
        settings.put("jinbo.schedule.jobs.publish-block-lists.when", "cron 0/15 * * * * *");
        return settings;
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).until(condition);
    }
}
