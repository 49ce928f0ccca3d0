package jinbo.story.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import jinbo.batch.publish.PublishBlockLists;
import jinbo.batch.publish.PublishReport;
import jinbo.exchange.sftp.DropAddress;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.story.ExchangeContent;
import jinbo.testing.FaultySftpServer;
import jinbo.testing.NetworkFault.Kind;
import jinbo.testing.NightlyRun;
import jinbo.testing.ProxiedDatabase;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TcpProxy;
import jinbo.testing.TestDatabase;
import jinbo.testing.TestExchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;

/**
 * A network swallows all packets of a node, and nothing closes its connections. Only PostgreSQL's time limits for
 * connections end its leases, which {@link Kind#BLACKHOLE} leaves to the kernel.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(240)
class VanishedMachineIT {

    private static final String NINE = "2012-09-21T09:00:00+08:00";
    private static final String EVERY_FIVE_SECONDS = "cron 0/5 * * * * *";
    private static final String UPLOAD = "complaints-YUNHE-20120921-001.csv.pgp";
    private static final String ROWS = "mobile,complaint,complained_on\r\n13810001234,TELEMARKETING,2012-09-20\r\n";
    private static final String LEASES = "pg_locks where locktype = 'advisory' and classid = " + 0x4A42
            + " and granted and database = (select oid from pg_database where datname = current_database())";
    private static final List<String> INSURERS = List.of("BEIDOU", "CHANGQING", "YUNHE");

    /** Two deliveries then take longer than the two seconds after which a node offers the third one to the others. */
    private static final Duration SLOW = Duration.ofMillis(80);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path home;

    private final Steps steps = new Steps();
    private final List<AutoCloseable> open = new ArrayList<>();
    private TestExchange exchange;
    private ExchangeContent content;

    @BeforeEach
    void publishFirstLists() {
        exchange = TestExchange.start(home, new SettableClock(NINE));
        content = new ExchangeContent(exchange);
        exchange.upload("YUNHE", UPLOAD, ROWS);
        content.uploaded(UPLOAD, 1);
        assertThat(exchange.collect().problems()).isEmpty();
        assertThat(exchange.publish().problems()).isEmpty();
    }

    @AfterEach
    void close() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
        exchange.close();
    }

    /** What a node does for a run while its machine vanishes. */
    private enum Task {
        /** It works on a partition that another node has offered. */
        HELP,
        /** It runs the job. */
        RUN
    }

    static Stream<Task> tasks() {
        return NightlyRun.isOn() ? NightlyRun.share(List.of(Task.values())).stream() : Stream.of(Task.HELP);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("tasks")
    void finishesRunOfVanishedMachine(Task task) {
        Map<String, TcpProxy> drops = moveDropsToSlowServers();
        Map<String, Node> nodes = new TreeMap<>();
        steps.take("two nodes serve", () -> {
            Instant now = Instant.now();
            for (Node node : List.of(start("one", now), start("other", now))) {
                nodes.put(node.process().tell("as "), node);
            }
        });
        long before = exchange.count("scheduled_run");
        String run = "scheduled_run where id = (select min(id) from scheduled_run where id > " + before + ")";
        String running = steps.take("one begins a run", () -> {
            await(() -> exchange.count(run) == 1);
            return text("select node from " + run);
        });
        String helping = other(running, nodes);
        String vanishing = task == Task.RUN ? running : helping;
        String surviving = other(vanishing, nodes);
        steps.take("a node delivers a list", () -> {
            nodes.get(vanishing).process().arm(FaultPoint.DELIVERING_LIST.name());
            nodes.get(vanishing).process().arriveAt(FaultPoint.DELIVERING_LIST.name());
        });
        steps.take("its machine vanishes", () -> {
            nodes.get(vanishing).database().line().goDown(Kind.BLACKHOLE);
            insurerHelpedBy(vanishing).forEach(insurer -> {
                // the node that runs the job has an older connection to this drop
                drops.get(insurer).breakNewest(Kind.BLACKHOLE);
                assertThat(exchange.listing(insurer, "download")).contains(newestPart(insurer));
            });
            nodes.get(vanishing).process().kill();
        });
        steps.take(
                "PostgreSQL does not notice it",
                () -> assertThat(exchange.count(LEASES)).isPositive());
        steps.take("the other node finishes the run", () -> {
            drops.values().forEach(drop -> drop.slowDown(Duration.ZERO, Long.MAX_VALUE));
            await(() -> exchange.count(run + " and outcome is not null") == 1);
            assertThat(text("select node || ' ' || outcome from " + run)).isEqualTo(surviving + " DONE");
            assertThat(exchange.count("scheduled_run_left")).isZero();
            nodes.get(surviving).process().end();
        });
        steps.take(
                "every insurer has each list once and in sequence",
                () -> assertLists(
                        "vanishes at DELIVERING_LIST with " + (task == Task.RUN ? "the run" : "a partition"), 0));
    }

    private static String other(String name, Map<String, Node> nodes) {
        return nodes.keySet().stream()
                .filter(node -> !node.equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> insurerHelpedBy(String node) {
        return exchange.sql().sql("""
                        select split_part(step_name, ':', 2) from batch_step_execution join scheduled_tasks
                        on task_name = 'partition' and task_instance::bigint = step_execution_id where picked_by = ?
                        """).param(node).query(String.class).list();
    }

    @Test
    void deliversNothingUnderLeaseThatIsLostWithTheNetwork() {
        ProxiedDatabase database = ProxiedDatabase.to(exchange.databaseUrl());
        open.add(database);
        TestExchange cutOff = TestExchange.reopen(home, exchange.clock(), cutOffSettings(database));
        open.add(cutOff);
        AtomicBoolean leaseIsLost = new AtomicBoolean();
        cutOff.at(FaultPoint.DELIVERING_LIST, () -> {
            if (leaseIsLost.get()) {
                return;
            }
            database.line().goDown(Kind.BLACKHOLE);
            await(() -> exchange.count(LEASES) == 0);
            leaseIsLost.set(true);
        });

        steps.take(
                "a node loses network and lease while it sends a list",
                () -> assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> publish(cutOff)));
        steps.take("it has sent the list, and does not give it its name", () -> {
            assertThat(leaseIsLost).isTrue();
            assertThat(exchange.lists("YUNHE").names()).hasSize(1);
            assertThat(exchange.listing("YUNHE", "download")).contains(newestPart("YUNHE"));
        });
        steps.take(
                "another node delivers the list",
                () -> assertThat(publish(exchange)).isEmpty());
        steps.take("the network is back, and the first node has nothing to do", () -> {
            database.line().heal();
            await(() -> publish(cutOff).isEmpty());
        });
        steps.take(
                "every insurer has each list once and in sequence",
                () -> assertLists("loses PostgreSQL at DELIVERING_LIST", 1));
    }

    private record Node(ProgramProcess process, ProxiedDatabase database) {}

    private Node start(String name, Instant now) {
        ProxiedDatabase database = ProxiedDatabase.to(exchange.databaseUrl());
        open.add(database);
        ProgramProcess process = ProgramProcess.start(
                NodeProgram.class, NodeProgram.NOWHERE, settings(database, now), home.resolve(name + ".txt"));
        open.add(process);
        return new Node(process, database);
    }

    private Map<String, TcpProxy> moveDropsToSlowServers() {
        Map<String, TcpProxy> lines = new HashMap<>();
        for (String code : INSURERS) {
            Path root = home.resolve("drops").resolve(code);
            FaultySftpServer server = FaultySftpServer.over(root, ssh -> {});
            TcpProxy line = TcpProxy.to(server.address().port());
            line.slowDown(SLOW, Long.MAX_VALUE);
            open.add(server);
            open.add(line);
            lines.put(code, line);
            DropAddress address = new DropAddress(
                    "127.0.0.1", line.port(), "jinbo", server.address().pins(), "");
            exchange.moveDrop(code, root, address);
        }
        return lines;
    }

    private Map<String, String> settings(ProxiedDatabase database, Instant now) {
        Map<String, String> settings = new HashMap<>();
        settings.put("jinbo.home", home.toString());
        settings.put("jinbo.clock", NINE);
        settings.put("jinbo.clock-since", now.toString());
        settings.put("spring.datasource.url", database.url());
        settings.put("spring.flyway.url", TestDatabase.ownerUrl(exchange.databaseUrl()));
        settings.put("jinbo.publish-block-lists.insurers-at-a-time", "1");
        settings.put("jinbo.schedule.heartbeat", "1s");
        settings.put("jinbo.schedule.look-every", "500ms");
        for (String job : List.of("collect-uploads", "watch", "settle-cases", "erase-ended", "remind-consumers")) {
            settings.put("jinbo.schedule.jobs." + job + ".when", "never");
        }
        settings.put("jinbo.schedule.jobs.publish-block-lists.when", EVERY_FIVE_SECONDS);
        return settings;
    }

    /** Short time limits, after which the node ends its run without the database. They do not change its lease. */
    private static Map<String, String> cutOffSettings(ProxiedDatabase database) {
        return Map.of(
                "spring.datasource.url", database.url(),
                "jinbo.database.connect-within-seconds", "2",
                "jinbo.database.login-within-seconds", "3",
                "jinbo.database.answer-within-seconds", "4",
                "jinbo.database.left-within-seconds", "3",
                "spring.datasource.hikari.connection-timeout", "1500",
                "spring.datasource.hikari.validation-timeout", "1000");
    }

    private static List<String> publish(TestExchange node) {
        PublishReport report = node.bean(PublishBlockLists.class).run(List.of(node.insurer("YUNHE")));
        return report.problems().stream().map(problem -> problem.what()).toList();
    }

    private void assertLists(String fault, int restarts) {
        content.intoTable("machine", fault, restarts, 0);
        for (String code : INSURERS) {
            assertThat(exchange.listing(code, "download")).noneMatch(name -> name.endsWith(".part"));
            assertThat(exchange.lists(code).whole()).as("list of %s", code).isNotEmpty();
        }
        assertThat(new RecordConsistencyCheck(exchange.sql()).faults()).isEmpty();
    }

    private String newestPart(String insurer) {
        return text(
                "select 'blocklist-' || insurer || '-' || lpad(sequence::text, 8, '0') || '-' || kind || '.csv.pgp.part'"
                        + " from block_list where insurer = '" + insurer + "' order by sequence desc limit 1");
    }

    private String text(String query) {
        return exchange.sql().sql(query).query(String.class).single();
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).until(condition);
    }
}
