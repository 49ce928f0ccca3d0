package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import jinbo.accesslog.Actor;
import jinbo.batch.Remark;
import jinbo.batch.collect.CollectReport;
import jinbo.batch.reconciliation.RuleResult;
import jinbo.batch.reconciliation.VerifyRegistry;
import jinbo.testing.NetworkFault;
import jinbo.testing.NetworkFault.Direction;
import jinbo.testing.NetworkFault.Kind;
import jinbo.testing.NetworkFault.Moment;
import jinbo.testing.ObservableSftpServer;
import jinbo.testing.ProxiedConnection;
import jinbo.testing.SettableClock;
import jinbo.testing.TcpProxy;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Yunhe's own server is at the end of a bad line, the other insurers are not. Wherever the line breaks and however, the run
 * says so about Yunhe alone, the others' work is done, and over a sound line the next run completes Yunhe's.
 */
@Timeout(120)
class DropNetworkFaultsIT {

    private static final SettableClock CLOCK = new SettableClock("2012-09-21T09:00:00+08:00");

    /** Of an upload that comes in two pieces. */
    private static final int ROWS = 1500;

    @TempDir
    static Path home;

    private static TestExchange exchange;
    private static ObservableSftpServer server;
    private static TcpProxy line;
    private static ExchangeContent end;
    private static Random random;
    private static int round;
    private static ProxiedConnection collecting;
    private static ProxiedConnection publishing;

    @BeforeAll
    static void start() {
        exchange = TestExchange.start(
                home,
                CLOCK,
                Map.of(
                        "jinbo.drop.connect-within", "5s",
                        "jinbo.drop.login-within", "6s",
                        "jinbo.drop.answer-within", "4s"));
        server = ObservableSftpServer.over(home.resolve("drops/YUNHE"));
        line = TcpProxy.to(server.port());
        exchange.sql()
                .sql("update insurer set drop_url = ?, drop_keys = ? where code = 'YUNHE'")
                .params(
                        "sftp://jinbo@127.0.0.1:" + line.port(),
                        server.hostKeys().toArray(String[]::new))
                .update();
        exchange.bind("insurer", "YUNHE");
        end = new ExchangeContent(exchange);
        random = new Random(FaultSelection.SEED);
        soundRuns();
    }

    /** Show how many bytes there are to break at, and fill the lists. */
    private static void soundRuns() {
        round = 1;
        // so that each list goes over the line in several pieces, also that of the first test
        upload("YUNHE", 16 * ROWS);
        upload("CHANGQING", 8000);
        // on a busy machine the very first login may take longer than it may afterwards
        exchange.collect();
        round++;
        upload("YUNHE", ROWS);
        assertThat(exchange.collect().problems()).isEmpty();
        collecting = lastConnection();
        assertThat(exchange.publishFull().problems()).isEmpty();
        publishing = lastConnection();
    }

    private static ProxiedConnection lastConnection() {
        return line.connections().get(line.connections().size() - 1);
    }

    @AfterAll
    static void close() {
        assertThat(exchange.bean(VerifyRegistry.class).verify(Actor.commandLine()))
                .allMatch(RuleResult::holds);
        exchange.close();
        line.close();
        server.close();
    }

    @BeforeEach
    void bothInsurersUpload() {
        round++;
        CLOCK.pass(java.time.Duration.ofSeconds(7));
        upload("YUNHE", ROWS);
        upload("CHANGQING", 2);
    }

    /**
     * A place in a run.
     *
     * @param step what the server has done when the line breaks; the answer is lost
     * @param direction or else, whose bytes count
     * @param share how many of those that pass in a sound run still pass
     */
    record Place(String name, boolean publishing, String step, Direction direction, double share) {

        static Place collecting(String name, String step) {
            return new Place(name, false, step, Direction.TO_CLIENT, 0);
        }

        static Place publishing(String name, String step) {
            return new Place(name, true, step, Direction.TO_CLIENT, 0);
        }

        static Place bytes(String name, boolean publishing, Direction direction, double share) {
            return new Place(name + ", " + direction, publishing, "", direction, share);
        }

        long bytes() {
            return Math.round(share * (publishing ? DropNetworkFaultsIT.publishing : collecting).passed(direction));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<FaultSelection.At<Place>> stepsOfTheServer() {
        String part = "[.]pgp[.]part";
        return FaultSelection.at(List.of(
                List.of(
                        Place.collecting("as SFTP begins", "initialized"),
                        Place.collecting("as upload/ is listed", "listing upload")),
                List.of(
                        Place.collecting("at the first bytes of an upload", "read upload/complaints-.* from 0"),
                        Place.collecting("in the middle of an upload", "read upload/complaints-.* from 32768")),
                List.of(
                        Place.collecting("at the end of an upload", "read upload/complaints-.* at its end"),
                        Place.collecting("after an upload was read", "closed upload/complaints-.*")),
                List.of(
                        Place.collecting("as an answer is begun", "opened download/outcome-.*" + part),
                        Place.collecting("as the receipt is begun", "opened download/receipt-.*" + part)),
                List.of(
                        Place.collecting("as an answer is written", "written download/outcome-.*" + part + " from 0"),
                        Place.collecting("as an answer is made durable", "received fsync@openssh.com"),
                        Place.collecting("as an answer is looked at again", "received SSH_FXP_FSTAT")),
                List.of(Place.collecting("after an answer got its name", "moved download/outcome-.*[.]pgp")),
                List.of(Place.collecting("after the receipt got its name", "moved download/receipt-.*[.]pgp")),
                List.of(Place.collecting("after the upload was archived", "moved archive/complaints-.*")),
                List.of(
                        Place.publishing("as a list is begun", "opened download/blocklist-.*[.]csv" + part),
                        Place.publishing("as a manifest is begun", "opened download/blocklist-.*[.]json" + part)),
                List.of(
                        Place.publishing("in the middle of a list", "written download/.*[.]csv" + part + " from 32768"),
                        Place.publishing("as a list is made durable", "received fsync@openssh.com")),
                List.of(Place.publishing("after a list got its name", "moved download/blocklist-.*[.]csv[.]pgp")),
                List.of(Place.publishing("after a manifest got its name", "moved download/.*[.]json[.]pgp"))));
    }

    // a part of the nightly run may have none of few pieces
    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("stepsOfTheServer")
    void theAnswerToAStepIsLost(FaultSelection.At<Place> fault) {
        Place place = fault.place();
        breakAndComplete(
                fault,
                () -> server.tell(step -> {
                    if (step.matches(place.step()) && !line.hasFired()) {
                        line.breakNow(fault.kind());
                    }
                }));
    }

    static Stream<FaultSelection.At<Place>> bytesOfTheLine() {
        List<List<Place>> places = new ArrayList<>();
        Random shares = new Random(FaultSelection.SEED);
        places.add(bothWays("within the greeting", false, 10.0 / collecting.passed(Direction.TO_CLIENT)));
        places.add(bothWays("within the key exchange", false, 600.0 / collecting.passed(Direction.TO_CLIENT)));
        places.add(bothWays("within the login", false, 2200.0 / collecting.passed(Direction.TO_CLIENT)));
        for (int i = 1; i <= (FaultSelection.ALL ? 20 : 2); i++) {
            String place = "anywhere (draw " + i + " of seed " + FaultSelection.SEED + ") while ";
            places.add(bothWays(place + "collecting", false, 0.95 * shares.nextDouble()));
            places.add(bothWays(place + "publishing", true, 0.95 * shares.nextDouble()));
        }
        return FaultSelection.at(places);
    }

    private static List<Place> bothWays(String name, boolean publishing, double share) {
        return Stream.of(Direction.values())
                .map(direction -> Place.bytes(name, publishing, direction, share))
                .toList();
    }

    // a part of the nightly run may have none of few pieces
    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("bytesOfTheLine")
    void theLineBreaksAtAByte(FaultSelection.At<Place> fault) {
        Place place = fault.place();

        breakAndComplete(
                fault, () -> line.arm(new NetworkFault(fault.kind(), Moment.after(place.direction(), place.bytes()))));
    }

    @Test
    void aConnectionIsRefused() {
        breakAndComplete(
                new FaultSelection.At<>(Place.collecting("connecting", ""), Kind.RESET), line::refuseConnections);
    }

    @Test
    void aSlowLineIsNoBrokenOne() {
        line.slowDown(java.time.Duration.ofMillis(1), 100_000);

        CollectReport collected = exchange.collect();

        assertThat(collected.problems()).isEmpty();
        line.heal();
        end.intoTable("line to SFTP", "a slow line", 0, 0);
    }

    private void breakAndComplete(FaultSelection.At<Place> fault, Runnable prepare) {
        boolean publishing = fault.place().publishing();
        if (publishing) {
            exchange.collect();
        }
        prepare.run();
        List<Remark> problems = run(publishing);
        assertThat(line.hasFired()).as("the line broke " + fault.place()).isTrue();
        long halfVisible = end.halfVisible();
        assertThat(problems).allMatch(problem -> problem.insurer().value().equals("YUNHE"));
        assertThat(problems)
                .as("said in a sentence")
                .allMatch(problem -> problem.what().contains("could not be reached, or the connection was lost"));
        assertThat(exchange.listing("CHANGQING", "upload")).isEmpty();
        assertThat(exchange.listing("CHANGQING", "download")).contains("receipt-" + stem("CHANGQING") + ".json.pgp");
        server.tell(step -> {});
        line.heal();

        List<Remark> afterwards = run(publishing);

        assertThat(afterwards).isEmpty();
        end.intoTable("line to SFTP", fault.toString(), 1, halfVisible);
    }

    private static List<Remark> run(boolean publishing) {
        // whole lists, because they are large enough to break off in their middle
        return publishing
                ? exchange.publishFull().problems()
                : exchange.collect().problems();
    }

    private static void upload(String insurer, int rows) {
        StringBuilder csv = new StringBuilder("mobile,complaint,complained_on,reference\r\n");
        for (int i = 0; i < rows; i++) {
            // references that do not compress, so that the file is as large as its rows
            csv.append(13810000000L + 37L * random.nextInt(20_000))
                    .append(",TELEMARKETING,2012-09-20,")
                    .append(Long.toString(random.nextLong() >>> 1, 36))
                    .append(Long.toString(random.nextLong() >>> 1, 36))
                    .append(Long.toString(random.nextLong() >>> 1, 36))
                    .append("\r\n");
        }
        String name = stem(insurer) + ".csv.pgp";
        exchange.upload(insurer, name, csv.toString());
        end.uploaded(name, rows);
    }

    private static String stem(String insurer) {
        return UploadCsv.name(insurer, "20120921", round).replace(".csv.pgp", "");
    }
}
