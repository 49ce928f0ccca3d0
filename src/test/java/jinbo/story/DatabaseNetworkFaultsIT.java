package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.accesslog.Actor;
import jinbo.batch.Remark;
import jinbo.batch.reconciliation.RuleResult;
import jinbo.batch.reconciliation.VerifyRegistry;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.registry.RegistryReadException;
import jinbo.testing.NetworkFault;
import jinbo.testing.NetworkFault.Direction;
import jinbo.testing.NetworkFault.Kind;
import jinbo.testing.NetworkFault.Moment;
import jinbo.testing.ProxiedDatabase;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The line to PostgreSQL breaks under one piece of work, or under all. Whether a commit whose answer was lost has happened
 * or not, the next run does what is left, and nothing twice.
 */
@Timeout(120)
class DatabaseNetworkFaultsIT {

    private static final SettableClock CLOCK = new SettableClock("2012-09-21T09:00:00+08:00");
    private static final int ROWS = 1500;
    private static final int KNOWN_NUMBERS = 20_000;
    private static final int MOST_RESTARTS = 5;

    /** Each round leaves data that slows down later ones; after about 100, the time limits of this test are exceeded. */
    private static final int ROUNDS_PER_EXCHANGE = 40;

    @TempDir
    static Path home;

    private static ProxiedDatabase database;
    private static TestExchange exchange;
    private static ExchangeContent end;
    private static Random random;
    private static int round;
    private static int newNumbers;

    private static void start() {
        database = ProxiedDatabase.fresh();
        exchange = TestExchange.start(
                home.resolve("exchange-" + round),
                CLOCK,
                Map.of(
                        "spring.datasource.url", database.url(),
                        "jinbo.database.connect-within-seconds", "2",
                        "jinbo.database.login-within-seconds", "3",
                        "jinbo.database.answer-within-seconds", "4",
                        "jinbo.database.left-within-seconds", "2",
                        "spring.datasource.hikari.connection-timeout", "1500",
                        "spring.datasource.hikari.validation-timeout", "1000"));
        end = new ExchangeContent(exchange);
        random = new Random(FaultSelection.SEED);
        newNumbers = 0;
    }

    @AfterAll
    static void close() {
        if (exchange == null) {
            return;
        }
        database.line().heal();
        try {
            assertThat(exchange.bean(VerifyRegistry.class).verify(Actor.commandLine()))
                    .allMatch(RuleResult::holds);
        } finally {
            exchange.close();
            database.close();
            exchange = null;
        }
    }

    @BeforeEach
    void twoInsurersUpload() {
        if (round % ROUNDS_PER_EXCHANGE == 0) {
            close();
            start();
        }
        database.line().heal();
        for (FaultPoint point : FaultPoint.values()) {
            exchange.at(point, () -> {});
        }
        round++;
        CLOCK.pass(Duration.ofSeconds(7));
        upload("YUNHE", ROWS);
        upload("CHANGQING", 2);
    }

    enum Run {
        COLLECT,
        PUBLISH,
        PUBLISH_FULL;

        List<Remark> problems() {
            return switch (this) {
                case COLLECT -> exchange.collect().problems();
                case PUBLISH -> exchange.publish().problems();
                case PUBLISH_FULL -> exchange.publishFull().problems();
            };
        }

        /**
         * A publication needs something that was collected before. Every tenth round publishes what earlier rounds have left, so
         * that it does not pile up.
         */
        void prepare() {
            if (this != COLLECT || round % 10 == 0) {
                exchange.publish();
            }
            if (this != COLLECT) {
                exchange.collect();
            }
        }
    }

    /**
     * A place in a run.
     *
     * @param run of which job
     * @param forAll whether the connection does something for all insurers
     * @param moment when the line breaks
     */
    record Place(String name, Run run, boolean forAll, Moment moment) {

        static Place collecting(String name, Moment moment) {
            return new Place(name, Run.COLLECT, false, moment);
        }

        static Place publishing(String name, Moment moment) {
            return new Place(name, Run.PUBLISH, false, moment);
        }

        static Place publishingFull(String name, Moment moment) {
            return new Place(name, Run.PUBLISH_FULL, false, moment);
        }

        static Place publishingToAll(String name, Moment moment) {
            return new Place(name, Run.PUBLISH, true, moment);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<FaultSelection.At<Place>> oneConnection() {
        String copy = "COPY registration";
        // pages of blocks are added or changed, depending on what earlier rounds have left
        String fold = "unnest($2, $3, $4) as d";
        return FaultSelection.at(List.of(
                List.of(
                        Place.collecting(
                                "the question for the lease is lost", Moment.asRequestIsLost("pg_try_advisory_lock")),
                        Place.collecting(
                                "the lease is taken, the answer lost", Moment.asAnswerIsLost("pg_try_advisory_lock"))),
                List.of(
                        Place.collecting(
                                "the arrival is recorded, the answer lost",
                                Moment.asAnswerIsLost("insert into inbound_file")),
                        Place.collecting(
                                "the execution is made, the answer lost",
                                Moment.asAnswerIsLost("INSERT INTO BATCH_JOB_EXECUTION("))),
                List.of(
                        Place.collecting(
                                "the intent is not written", Moment.asRequestIsLost("select write_access_entry")),
                        Place.collecting(
                                "the intent is committed, the answer lost",
                                Moment.asAnswerIsLost("select write_access_entry"))),
                List.of(
                        Place.collecting("rows are not begun", Moment.asRequestIsLost(copy)),
                        Place.collecting("at the first rows", Moment.after(Direction.TO_SERVER, 100, copy))),
                List.of(Place.collecting("in the middle of rows", Moment.after(Direction.TO_SERVER, 40_000, copy))),
                List.of(
                        Place.collecting(
                                "the answer to the last row is lost", Moment.after(Direction.TO_CLIENT, 25, copy)),
                        Place.collecting("blocks are folded, the answer lost", Moment.asAnswerIsLost(copy, fold))),
                List.of(Place.collecting("the merge's commit is lost", Moment.asRequestIsLost(copy, "COMMIT"))),
                List.of(Place.collecting(
                        "the merge is committed, the answer lost", Moment.asAnswerIsLost(copy, "COMMIT"))),
                List.of(
                        Place.collecting(
                                "the answers' commit is lost", Moment.asRequestIsLost("insert into answer", "COMMIT")),
                        Place.collecting(
                                "the answers are committed, the answer lost",
                                Moment.asAnswerIsLost("insert into answer", "COMMIT"))),
                List.of(
                        Place.collecting(
                                "the delivery is not recorded",
                                Moment.asRequestIsLost("update answer set delivered_at")),
                        Place.collecting(
                                "the delivery is recorded, the answer lost",
                                Moment.asAnswerIsLost("update answer set delivered_at"))),
                List.of(
                        Place.collecting("the archiving is not recorded", Moment.asRequestIsLost("set archived_as")),
                        Place.collecting(
                                "the archiving is recorded, the answer lost", Moment.asAnswerIsLost("set archived_as")),
                        Place.collecting("the end is not recorded", Moment.asRequestIsLost("set finished_answer"))),
                List.of(
                        Place.publishingToAll("the snapshot is lost", Moment.asAnswerIsLost("pg_export_snapshot")),
                        Place.publishingFull(
                                "the list is not begun to be read",
                                Moment.asRequestIsLost(
                                        "select thousand, scope, blocks from block_page where thousand >"))),
                List.of(
                        Place.publishingFull(
                                "in the middle of reading the list",
                                Moment.after(
                                        Direction.TO_CLIENT,
                                        200,
                                        "select thousand, scope, blocks from block_page where thousand >")),
                        Place.publishing(
                                "in the middle of reading what has changed",
                                Moment.after(Direction.TO_CLIENT, 2000, "with later as"))),
                List.of(
                        Place.publishing(
                                "the list's commit is lost",
                                Moment.asRequestIsLost("insert into block_list", "COMMIT")),
                        Place.publishing(
                                "the list is committed, the answer lost",
                                Moment.asAnswerIsLost("insert into block_list", "COMMIT"))),
                List.of(
                        Place.publishing(
                                "the list's delivery is not recorded", Moment.asRequestIsLost("set list_delivered_at")),
                        Place.publishing(
                                "the manifest's delivery is recorded, the answer lost",
                                Moment.asAnswerIsLost("set manifest_delivered_at")))));
    }

    // a part of the nightly run may have none of few pieces
    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("oneConnection")
    void oneConnectionBreaks(FaultSelection.At<Place> fault) {
        Run run = fault.place().run();
        run.prepare();
        database.line().arm(new NetworkFault(fault.kind(), fault.place().moment()));

        Set<String> hit = runAndSeeWhoIsHit(run);

        assertThat(database.line().hasFired()).as("the line broke").isTrue();
        if (fault.kind() != Kind.STALL && !fault.place().forAll()) {
            // whoever stalls may hold the registry's lock, and until the server lets go of that others wait in vain
            assertThat(hit).as("insurers whose work it was").hasSizeLessThanOrEqualTo(1);
        }
        complete(fault.toString(), run);
    }

    /** A point of the program at which the connections break. */
    static Stream<FaultSelection.At<FaultPoint>> allConnections() {
        return FaultSelection.at(List.of(
                List.of(FaultPoint.FETCHED, FaultPoint.ANSWER_SEALED, FaultPoint.ANSWER_DELIVERED),
                List.of(FaultPoint.MERGING),
                List.of(FaultPoint.SEALING, FaultPoint.BETWEEN_LIST_AND_MANIFEST)));
    }

    /** As when the server was restarted: what the pool holds is broken, and not lent again. */
    // a part of the nightly run may have none of few pieces
    @ParameterizedTest(name = "at {0}", allowZeroInvocations = true)
    @MethodSource("allConnections")
    void allConnectionsBreakAtOnce(FaultSelection.At<FaultPoint> fault) {
        allBreak(fault, "all connections at ", () -> database.line().breakNow(fault.kind()));
    }

    static Stream<FaultSelection.At<FaultPoint>> wholeDatabase() {
        return FaultSelection.at(
                List.of(List.of(FaultPoint.FETCHED, FaultPoint.MERGING, FaultPoint.ANSWER_SEALED, FaultPoint.SEALING)));
    }

    // a part of the nightly run may have none of few pieces
    @ParameterizedTest(name = "at {0}", allowZeroInvocations = true)
    @MethodSource("wholeDatabase")
    void theDatabaseGoesAwayAndComesBack(FaultSelection.At<FaultPoint> fault) {
        allBreak(fault, "the whole database at ", () -> database.line().goDown(fault.kind()));
    }

    private static void allBreak(FaultSelection.At<FaultPoint> fault, String name, Runnable breaking) {
        Run run = fault.place().compareTo(FaultPoint.LIST_BEGUN) >= 0 ? Run.PUBLISH : Run.COLLECT;
        run.prepare();
        exchange.at(fault.place(), breaking);

        runAndSeeWhoIsHit(run);

        assertThat(database.line().hasFired()).as("the line broke").isTrue();
        complete(name + fault, run);
    }

    private static Set<String> runAndSeeWhoIsHit(Run run) {
        try {
            return run.problems().stream()
                    .map(problem -> problem.insurer().value())
                    .collect(Collectors.toSet());
        } catch (RegistryReadException | DataAccessException e) {
            return Set.of("all, before any insurer's turn");
        }
    }

    private static void complete(String fault, Run run) {
        database.line().heal();
        untilThePoolHasRecovered();
        long halfVisible = end.halfVisible();

        int restarts = 1;
        List<Remark> afterwards = run.problems();
        while (!afterwards.isEmpty() && restarts < MOST_RESTARTS) {
            // until the server has noticed that a holder is gone, its lease and its locks stand
            restarts++;
            afterwards = run.problems();
        }

        assertThat(afterwards).isEmpty();
        end.intoTable("line to PostgreSQL", fault, restarts, halfVisible);
    }

    /** It tries again after five seconds at the latest, and lets those who want a connection wait less here. */
    private static void untilThePoolHasRecovered() {
        for (int attempt = 1; attempt <= 10; attempt++) {
            try {
                exchange.bean(JdbcClient.class)
                        .sql("select 1")
                        .query(Integer.class)
                        .single();
                return;
            } catch (DataAccessException notYet) {
                assertThat(attempt).as("attempts to get a connection").isLessThan(10);
            }
        }
    }

    private static void upload(String insurer, int rows) {
        StringBuilder csv = new StringBuilder(UploadCsv.HEADER);
        for (int i = 0; i < rows; i++) {
            // some are new, because known numbers change no block; only few, because a file with many new ones is held
            int number = i % 15 == 0 ? KNOWN_NUMBERS + newNumbers++ : random.nextInt(KNOWN_NUMBERS);
            csv.append(13810000000L + 37L * number).append(",TELEMARKETING,2012-09-20,,,\r\n");
        }
        String name = UploadCsv.name(insurer, "20120921", round);
        exchange.upload(insurer, name, csv.toString());
        end.uploaded(name, rows);
    }
}
