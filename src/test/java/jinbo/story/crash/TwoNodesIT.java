package jinbo.story.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestDatabase;
import jinbo.testing.TestExchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two processes run one exchange by schedule, and the first is killed with SIGKILL in the middle of a run. */
class TwoNodesIT {

    private static final String NINE = "2012-09-21T09:00:00+08:00";
    private static final int HELD_BEFORE = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration WITHIN_A_MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"INGESTED", "BETWEEN_LIST_AND_MANIFEST"})
    void whatADeadNodeWasAtTheOtherEndsAndEverythingHappensOnce(FaultPoint point) throws Exception {
        Steps steps = new Steps();
        ExchangeTemplate exchange = ExchangeTemplate.make(folder.resolve("exchange"), NINE);
        JdbcClient sql = TestDatabase.sql(exchange.databaseUrl());
        Map<String, String> settings = settings(exchange);
        try (ProgramProcess first = node(point.name(), settings, "first")) {
            steps.take("the first node comes to the point", () -> first.arriveAt(point.name()));
            try (ProgramProcess second = node(NodeProgram.NOWHERE, settings, "second")) {
                steps.take("the second node serves", () -> second.say("serves"));
                steps.take("the first node dies, and the second one takes over", () -> {
                    first.kill();
                    Instant killed = Instant.now();
                    await(sql, "select count(*) = 0 from scheduled_run where deaths > 0", false);
                    assertThat(Duration.between(killed, Instant.now())).isLessThan(WITHIN_A_MINUTE);
                });
                steps.take("later uploads are answered", () -> {
                    exchange.later().dropInto(exchange.home());
                    await(
                            sql,
                            """
                        select count(*) filter (where remote_name !~ '^list' and answer_name is null) = 0 and count(*) = %d
                        from (select f.remote_name, (select min(a.name) from answer a where a.inbound_file = f.id
                              and a.delivered_at is not null) as answer_name from inbound_file f) as files
                        """.formatted(HELD_BEFORE
                                    + 2 * exchange.later().files().size()),
                            true);
                });
                steps.take("lists are published", () -> await(sql, """
                        select count(*) > 0 from scheduled_run where job = 'publish-block-lists' and outcome = 'DONE'
                        and began_at > (select max(received_at) from inbound_file)
                        """, true));
                steps.take("the second node ends", () -> second.end());
            }
        }
        steps.take("records are sound, and no list is missing or doubled", () -> {
            assertThat(new RecordConsistencyCheck(sql).faults()).isEmpty();
            assertThat(listsForRuns(sql))
                    .as("lists of each insurer, for each due run of publishing")
                    .isEmpty();
            assertThat(sql.sql("select sum(deaths) from scheduled_run")
                            .query(Long.class)
                            .single())
                    .isPositive();
        });
        String now = OffsetDateTime.parse(NINE).plusHours(1).toString();
        try (TestExchange after = TestExchange.reopen(
                exchange.home(), new SettableClock(now), Map.of("spring.datasource.url", exchange.databaseUrl()))) {
            steps.take("the registry agrees", () -> after.assertRegistryAgrees());
        }
    }

    /** Insurers that have not one list for each due run. */
    private static List<String> listsForRuns(JdbcClient sql) {
        return sql.sql("""
                        select insurer || ' has ' || count(*) || ' lists, due were ' || due.runs
                        from block_list, (select 1 + count(distinct due_at) as runs from scheduled_run
                                          where job = 'publish-block-lists' and outcome in ('DONE', 'LEFT')) as due
                        group by insurer, due.runs having count(*) <> due.runs
                        """).query(String.class).list();
    }

    private ProgramProcess node(String where, Map<String, String> settings, String name) {
        return ProgramProcess.start(NodeProgram.class, where, settings, folder.resolve(name + ".txt"));
    }

    private static Map<String, String> settings(ExchangeTemplate exchange) {
        Map<String, String> settings = new HashMap<>(exchange.settings(exchange.at(), Map.of()));
        settings.put("jinbo.clock-since", Instant.now().toString());
        settings.put("jinbo.wait-for-others", "60s");
        settings.put("jinbo.schedule.heartbeat", "1s");
        settings.put("jinbo.schedule.look-every", "500ms");
        settings.put("jinbo.schedule.jobs.collect-uploads.when", "cron 0/2 * * * * *");
        settings.put("jinbo.schedule.jobs.publish-block-lists.when", "cron 1/3 * * * * *");
        return settings;
    }

    private static void await(JdbcClient sql, String question, boolean answer) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                sql.sql(question).query(Boolean.class).single())
                        .as(
                                "%s %s",
                                question,
                                sql.sql(
                                                "select r::text || coalesce((select string_agg(what, ';') from scheduled_run_left l"
                                                        + " where l.run = r.id), '') from scheduled_run r order by id desc limit 30")
                                        .query(String.class)
                                        .list())
                        .isEqualTo(answer));
    }
}
