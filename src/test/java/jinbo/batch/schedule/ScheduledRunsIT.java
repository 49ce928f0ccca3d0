package jinbo.batch.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.batch.StopRequest;
import jinbo.operator.alert.Alert;
import jinbo.operator.alert.FindAllAlerts;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.net.FreePort;
import jinbo.reference.calendar.BusinessTime;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduledRunsIT {

    private static final String UPLOAD = "complaints-YUNHE-20120921-001.csv.pgp";
    private static final String ROWS = "mobile,complaint,complained_on\r\n13810001234,TELEMARKETING,2012-09-20\r\n";

    /** Runs every ten minutes without effect on these tests. */
    private static final Map<String, String> WITHOUT_WATCH = Map.of("jinbo.schedule.jobs.watch.when", "never");

    /** A Friday. */
    private final SettableClock clock = new SettableClock("2012-09-21T16:55:00+08:00");

    @TempDir
    Path home;

    @Test
    void ingestsUploadWithin15MinutesAndPublishesItAtSix() {
        Steps steps = new Steps();
        try (TestExchange exchange = TestExchange.start(home, clock, WITHOUT_WATCH)) {
            ManualScheduleFixture node = new ManualScheduleFixture(exchange, "one");
            steps.take("an upload arrives", () -> exchange.upload("YUNHE", UPLOAD, ROWS));
            steps.take("within a quarter of an hour it is collected and not yet published", () -> {
                letTimePassUntil("2012-09-21T17:00", node);
                assertThat(exchange.listing("YUNHE", "archive")).containsExactly(UPLOAD);
                assertThat(exchange.listing("BEIDOU", "download")).isEmpty();
            });
            steps.take("at six it is on the lists", () -> {
                letTimePassUntil("2012-09-21T18:00", node);
                assertThat(exchange.text("CHANGQING", "blocklist-CHANGQING-00000001-full.csv.pgp"))
                        .contains("13810001234");
                assertThat(runs(exchange, "publish-block-lists")).containsExactly("- 18:00 0 DONE 3");
            });
            steps.take(
                    "each insurer was collected from every fifteen minutes",
                    () -> assertThat(runs(exchange, "collect-uploads"))
                            .contains("YUNHE 17:00 0 DONE 1", "BEIDOU 17:00 0 DONE 0", "YUNHE 17:45 0 DONE 0")
                            .hasSize(3 * 5));
        }
    }

    @Test
    void publishesOnWorkingDaysOnly() {
        Map<String, String> publishingAlone = Map.of(
                "jinbo.schedule.jobs.collect-uploads.when", "never",
                "jinbo.schedule.jobs.erase-ended.when", "never",
                "jinbo.schedule.jobs.watch.when", "never");
        try (TestExchange exchange = TestExchange.start(home, clock, publishingAlone)) {
            ManualScheduleFixture node = new ManualScheduleFixture(exchange, "one");

            letTimePassUntil("2012-10-09T12:00", node);

            // Saturday 29 September is a working day, and the holidays last until 7 October
            assertThat(exchange
                            .bean(RecordedRuns.class)
                            .newest(Optional.empty(), Optional.empty(), Optional.empty(), 5000, 0)
                            .stream()
                            .filter(run -> run.key().job().equals("publish-block-lists"))
                            .map(run -> LocalDateTime.ofInstant(run.dueAt(), BusinessTime.ZONE)
                                    .toLocalDate()
                                    .toString()))
                    .containsExactly(
                            "2012-10-08",
                            "2012-09-29",
                            "2012-09-28",
                            "2012-09-27",
                            "2012-09-26",
                            "2012-09-25",
                            "2012-09-24",
                            "2012-09-21");
        }
    }

    @Test
    void retriesUnreachableDropWithoutDelayingOthers() throws Exception {
        Steps steps = new Steps();
        try (TestExchange exchange = TestExchange.start(home, clock, WITHOUT_WATCH)) {
            ManualScheduleFixture node = new ManualScheduleFixture(exchange, "one");
            steps.take("a drop is down", () -> {
                exchange.upload("YUNHE", UPLOAD, ROWS);
                takeDown(exchange, "BEIDOU");
            });
            steps.take("an hour passes", () -> letTimePassUntil("2012-09-21T18:05", node));
            steps.take("the others are served, and the run is tried again", () -> {
                assertThat(runs(exchange, "collect-uploads"))
                        .contains("YUNHE 17:00 0 DONE 1", "CHANGQING 17:00 0 DONE 0", "BEIDOU 17:00 0 LEFT 0")
                        .contains("BEIDOU 17:00 1 LEFT 0", "BEIDOU 17:00 2 LEFT 0", "BEIDOU 17:00 3 LEFT 0");
                assertThat(runs(exchange, "publish-block-lists"))
                        .containsExactly("- 18:00 1 LEFT 0", "- 18:00 0 LEFT 2");
                assertThat(exchange.lists("YUNHE").names()).hasSize(1);
            });
            steps.take("the drop is up", () -> {
                bringBack(exchange, "BEIDOU");
                letTimePassUntil("2012-09-21T19:00", node);
            });
            steps.take("its insurer gets a list, and no other one gets a second", () -> {
                assertThat(runs(exchange, "publish-block-lists").get(0)).isEqualTo("- 18:00 2 DONE 1");
                assertThat(exchange.lists("YUNHE").names())
                        .as("who had its list gets no second one when another is tried again")
                        .hasSize(1);
                assertThat(exchange.lists("BEIDOU").names()).hasSize(1);
                assertThat(exchange.bean(FailingRuns.class).findReportable(clock.instant()))
                        .isEmpty();
            });
        }
    }

    @Test
    void reportsFailureAfterTwoHoursUntilItIsResolved() throws Exception {
        Steps steps = new Steps();
        try (TestExchange exchange = TestExchange.start(home, clock, WITHOUT_WATCH)) {
            ManualScheduleFixture node = new ManualScheduleFixture(exchange, "one");
            steps.take("a drop is down", () -> takeDown(exchange, "BEIDOU"));
            steps.take("for two hours no alert is reported", () -> {
                letTimePassUntil("2012-09-21T18:59", node);
                assertThat(toBeTold(exchange)).isEmpty();
            });
            steps.take("after two hours an alert is reported", () -> {
                letTimePassUntil("2012-09-21T19:00", node);
                assertThat(toBeTold(exchange)).containsExactly("collect-uploads BEIDOU");
                assertThat(exchange.bean(FindAllAlerts.class).find())
                        .contains(new Alert(
                                Alert.Code.RUNS_FAIL,
                                Optional.of(new InsurerCode("BEIDOU")),
                                Optional.of("collect-uploads (2012-09-21 17:00)"),
                                Optional.empty()));
            });
            steps.take("once the drop is up no alert is reported", () -> {
                bringBack(exchange, "BEIDOU");
                letTimePassUntil("2012-09-21T21:30", node);
                assertThat(toBeTold(exchange)).isEmpty();
            });
        }
    }

    @Test
    void reportsEndlessRunUntilItEnds() {
        try (TestExchange exchange = TestExchange.start(home, clock, WITHOUT_WATCH)) {
            ManualScheduleFixture node = new ManualScheduleFixture(exchange, "one");
            Alert told = new Alert(
                    Alert.Code.RUN_TAKES_LONG,
                    Optional.empty(),
                    Optional.of("publish-block-lists (2012-09-21 18:00)"),
                    Optional.empty());
            List<List<Alert>> found = new ArrayList<>();
            exchange.at(FaultPoint.SEQUENCE_TAKEN, () -> {
                clock.set("2012-09-21T20:00:00+08:00");
                found.add(exchange.bean(FindAllAlerts.class).find());
                clock.set("2012-09-21T20:01:00+08:00");
                found.add(exchange.bean(FindAllAlerts.class).find());
            });

            letTimePassUntil("2012-09-21T18:00", node);

            assertThat(found).hasSize(2);
            assertThat(found.get(0)).doesNotContain(told);
            assertThat(found.get(1)).contains(told);
            assertThat(exchange.bean(FindAllAlerts.class).find()).doesNotContain(told);
        }
    }

    @Test
    void makesUpForMissedRunsExceptTheNightlyJob() {
        try (TestExchange exchange = TestExchange.start(home, clock, WITHOUT_WATCH)) {
            ManualScheduleFixture node = new ManualScheduleFixture(exchange, "one");
            clock.set("2012-09-25T12:05:00+08:00");

            node.turn();

            assertThat(runs(exchange, "publish-block-lists")).containsExactly("- 18:00 0 DONE 3");
            assertThat(runs(exchange, "erase-ended")).containsExactly("- 03:00 0 MISSED 0");
            assertThat(runs(exchange, "collect-uploads")).hasSize(3);
            assertThat(exchange.bean(UpcomingRuns.class).all().stream()
                            .map(run ->
                                    run.key().instance() + " " + LocalDateTime.ofInstant(run.at(), BusinessTime.ZONE)))
                    .contains("YUNHE 2012-09-25T12:15", "all 2012-09-25T18:00", "all 2012-09-26T03:00");
        }
    }

    @Test
    void plansNewInsurersAndFollowsChangedRules() {
        Map<String, String> settings = new HashMap<>(WITHOUT_WATCH);
        settings.put("jinbo.schedule.jobs.publish-block-lists.when", "days 20:00");
        settings.put("jinbo.schedule.jobs.erase-ended.when", "never");
        settings.put("jinbo.schedule.jobs.remind-consumers.when", "never");
        settings.put("jinbo.schedule.jobs.settle-cases.when", "never");
        settings.put("jinbo.schedule.downtime.BEIDOU[0]", "2012-09-21T12:00/2012-09-22T08:00");
        try (TestExchange first = TestExchange.start(home, clock, WITHOUT_WATCH)) {
            new ManualScheduleFixture(first, "one");
            settings.put("spring.datasource.url", first.databaseUrl());
            try (TestExchange changed = TestExchange.reopen(home, clock, settings)) {
                ManualScheduleFixture node = new ManualScheduleFixture(changed, "two");

                assertThat(changed.bean(UpcomingRuns.class).all().stream()
                                .map(run -> run.key().job() + " " + run.key().instance() + " "
                                        + LocalDateTime.ofInstant(run.at(), BusinessTime.ZONE)))
                        .containsExactly(
                                "collect-uploads CHANGQING 2012-09-21T17:00",
                                "collect-uploads YUNHE 2012-09-21T17:00",
                                "publish-block-lists all 2012-09-21T20:00",
                                "collect-uploads BEIDOU 2012-09-22T08:00");
                assertThat(node.next()).isPresent();
            }
        }
    }

    @Test
    void stoppingNodeStartsNothingButOthersDo() {
        try (TestExchange stopping = TestExchange.start(home, clock);
                TestExchange other = stopping.anotherProcess()) {
            ManualScheduleFixture one = new ManualScheduleFixture(stopping, "one");
            ManualScheduleFixture two = new ManualScheduleFixture(other, "two");
            stopping.upload("YUNHE", UPLOAD, ROWS);
            clock.set("2012-09-21T17:00:00+08:00");
            stopping.bean(StopRequest.class).request();

            one.turn();
            assertThat(runs(stopping, "collect-uploads")).isEmpty();

            two.turn();
            assertThat(runs(stopping, "collect-uploads")).contains("YUNHE 17:00 0 DONE 1");
        }
    }

    @Test
    void resumesStoppedRunElsewhereWithoutSecondLists() {
        Steps steps = new Steps();
        Map<String, String> oneByOne = new HashMap<>(WITHOUT_WATCH);
        oneByOne.put("jinbo.publish-block-lists.insurers-at-a-time", "1");
        try (TestExchange stopping = TestExchange.start(home, clock, oneByOne);
                TestExchange other = stopping.anotherProcess()) {
            ManualScheduleFixture one = new ManualScheduleFixture(stopping, "one");
            ManualScheduleFixture two = new ManualScheduleFixture(other, "two");
            steps.take("a node is to stop half way", () -> {
                letTimePassUntil("2012-09-21T17:59", one);
                clock.set("2012-09-21T18:00:00+08:00");
                stopping.at(
                        FaultPoint.MANIFEST_DELIVERED,
                        () -> stopping.bean(StopRequest.class).request());
            });
            steps.take("it stops, and another node goes on", () -> {
                one.turn();
                clock.pass(Duration.ofSeconds(1));
                two.turn();
            });
            steps.take("nobody has a second list", () -> {
                // two lists are delivered in parallel, so one or both are there at the stop
                assertThat(runs(stopping, "publish-block-lists"))
                        .isIn(
                                List.of("- 18:00 1 DONE 2", "- 18:00 0 STOPPED 1"),
                                List.of("- 18:00 1 DONE 1", "- 18:00 0 STOPPED 2"));
                for (String insurer : List.of("BEIDOU", "CHANGQING", "YUNHE")) {
                    assertThat(stopping.lists(insurer).names()).as(insurer).hasSize(1);
                }
            });
        }
    }

    @Test
    void delayedRetryBecomesTheNextRunForAllInsurers() throws Exception {
        try (TestExchange exchange = TestExchange.start(home, clock, WITHOUT_WATCH)) {
            ManualScheduleFixture node = new ManualScheduleFixture(exchange, "one");
            takeDown(exchange, "BEIDOU");
            letTimePassUntil("2012-09-21T18:01", node);
            bringBack(exchange, "BEIDOU");

            clock.set("2012-09-24T19:00:00+08:00");
            node.turn();

            assertThat(runs(exchange, "publish-block-lists")).containsExactly("- 18:00 0 DONE 3", "- 18:00 0 LEFT 2");
            assertThat(exchange.lists("YUNHE").names()).hasSize(2);
        }
    }

    @Test
    void resumesRunThatReplacedARetryAfterItsNodeDied() throws Exception {
        Steps steps = new Steps();
        try (TestExchange exchange = TestExchange.start(home, clock, WITHOUT_WATCH)) {
            ManualScheduleFixture node = new ManualScheduleFixture(exchange, "one");
            steps.take("a run fails, and is to be tried again", () -> {
                takeDown(exchange, "BEIDOU");
                letTimePassUntil("2012-09-21T18:01", node);
                bringBack(exchange, "BEIDOU");
            });
            steps.take("a node dies in the next run", () -> {
                clock.set("2012-09-24T19:00:00+08:00");
                exchange.sql()
                        .sql(
                                "insert into scheduled_run (job, due_at, attempt, began_at, node)"
                                        + " values ('publish-block-lists', '2012-09-24T18:00+08', 0, '2012-09-24T18:59+08', 'dead')")
                        .update();
            });
            steps.take("another node goes on with it", () -> node.turn());
            steps.take("every insurer has its list", () -> {
                assertThat(runs(exchange, "publish-block-lists"))
                        .containsExactly("- 18:00 0 DONE 3", "- 18:00 0 LEFT 2");
                assertThat(exchange.sql()
                                .sql("select sum(deaths) from scheduled_run")
                                .query(Integer.class)
                                .single())
                        .isEqualTo(1);
            });
        }
    }

    @Test
    void tellsThatTheEndOfARunCouldNotBeRecordedThreeTimes() {
        try (TestExchange exchange = TestExchange.start(home, clock, WITHOUT_WATCH)) {
            ManualScheduleFixture node = new ManualScheduleFixture(exchange, "one");
            exchange.upload("YUNHE", UPLOAD, ROWS);
            exchange.sql().sql("""
                create function refuse() returns trigger language plpgsql as
                $$begin raise exception 'no space left on device'; end$$;
                create trigger full_disk before update of ended_at on scheduled_run
                for each row when (new.ended_at is not null) execute function refuse();
                """).update();
            letTimePassUntil("2012-09-21T17:04", node);
            exchange.sql().sql("drop trigger full_disk on scheduled_run").update();
            letTimePassUntil("2012-09-21T17:06", node);

            assertThat(runs(exchange, "collect-uploads")).contains("YUNHE 17:00 0 LEFT 0", "YUNHE 17:00 1 DONE 0");
            assertThat(exchange.sql()
                            .sql("select what from scheduled_run_left where insurer = 'YUNHE'")
                            .query(String.class)
                            .single())
                    .contains("died or could not record its end 3 times");
        }
    }

    private void letTimePassUntil(String local, ManualScheduleFixture node) {
        Instant end = LocalDateTime.parse(local).atZone(BusinessTime.ZONE).toInstant();
        for (Optional<Instant> at = node.nextUntil(end); at.isPresent(); at = node.nextUntil(end)) {
            Instant next = at.get();
            clock.pass(Duration.between(clock.instant(), next.isBefore(clock.instant()) ? clock.instant() : next));
            node.turn();
        }
        clock.pass(Duration.between(clock.instant(), end));
    }

    private static List<String> toBeTold(TestExchange exchange) {
        return exchange
                .bean(FailingRuns.class)
                .findReportable(exchange.bean(java.time.Clock.class).instant())
                .stream()
                .map(failing -> failing.job() + " " + failing.insurer().orElseThrow())
                .toList();
    }

    /** Newest first: insurer, due at, attempt, outcome, done. */
    private static List<String> runs(TestExchange exchange, String job) {
        return exchange
                .bean(RecordedRuns.class)
                .newest(Optional.empty(), Optional.empty(), Optional.empty(), 5000, 0)
                .stream()
                .filter(run -> run.key().job().equals(job))
                .map(run -> run.key().insurer().map(Object::toString).orElse("-")
                        + " "
                        + LocalDateTime.ofInstant(run.dueAt(), BusinessTime.ZONE)
                                .toLocalTime()
                        + " " + run.attempt() + " "
                        + run.end().orElseThrow().outcome() + " "
                        + run.end().orElseThrow().done())
                .toList();
    }

    private static void takeDown(TestExchange exchange, String code) {
        exchange.sql()
                .sql("update insurer set drop_url = ?, drop_keys = string_to_array(?, ' ') where code = ?")
                .params("sftp://jinbo@127.0.0.1:" + FreePort.find(), "SHA256:" + "A".repeat(43), code)
                .update();
    }

    private static void bringBack(TestExchange exchange, String code) {
        exchange.sql()
                .sql("update insurer set drop_url = other.drop_url, drop_keys = other.drop_keys"
                        + " from insurer other where insurer.code = ? and other.code = 'YUNHE'")
                .params(code)
                .update();
    }
}
