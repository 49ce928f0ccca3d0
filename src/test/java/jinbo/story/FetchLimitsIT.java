package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import jinbo.batch.Remark;
import jinbo.batch.collect.CollectReport;
import jinbo.batch.collect.HeldFiles;
import jinbo.batch.collect.ReingestUploads;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.operation.Reason;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.registry.inbound.HeldDecision;
import jinbo.testing.AttackTable;
import jinbo.testing.FaultySftpServer;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * However much an insurer puts into {@code upload/}: a run takes some of it, leaves room on the disk, and ends when
 * the insurer is suspended; what stays here of it has a bound, and what cannot be read keeps nothing waiting.
 */
class FetchLimitsIT {

    private static final InsurerCode YUNHE = new InsurerCode("YUNHE");
    private static final String NOT_FETCHED = "nothing is fetched";
    private static final String TOO_LITTLE_ROOM = " is not fetched, because less than";
    private static final SettableClock CLOCK = new SettableClock("2012-09-21T09:00:00+08:00");

    @TempDir
    private Path home;

    private final Random random = new Random(1);
    private final List<String> uploads = new ArrayList<>();

    @Test
    void oneRunFetchesSoManyFilesOrSoMuchAndTheNextTheRest() {
        try (TestExchange exchange = start(Map.of(
                "jinbo.collect-uploads.limits.sealed-size", "20KB",
                "jinbo.collect-uploads.fetch.volume", "20KB",
                "jinbo.collect-uploads.fetch.files", "3"))) {
            for (int small = 0; small < 5; small++) {
                upload(exchange, 1);
            }
            for (int large = 0; large < 2; large++) {
                upload(exchange, 700);
            }
            exchange.upload("CHANGQING", UploadCsv.name("CHANGQING", "20120921", 1), rows(1));

            CollectReport first = exchange.collect();
            CollectReport second = exchange.collect();
            CollectReport third = exchange.collect();

            assertThat(first.problems()).extracting(Remark::insurer).containsExactly(YUNHE);
            assertThat(first.problems())
                    .extracting(Remark::what)
                    .containsExactly("4 file(s) in upload/ wait for the next run, because one run fetches 3 files or "
                            + "0MB of an insurer at most (collect-uploads.fetch)");
            AttackTable.row(
                    "upload: more than one run fetches, 5 small files and 2 of which 20 KB hold one",
                    "3, then 2 and 1, then 1 of YUNHE; 1 of CHANGQING at once",
                    (first.files().size() - 1) + ", then " + (second.files().size() - 1) + " and 1, then "
                            + third.files().size() + " of YUNHE; "
                            + exchange.listing("CHANGQING", "archive").size() + " of CHANGQING at once");
            assertThat(exchange.listing("YUNHE", "archive")).containsExactlyElementsOf(uploads);
            assertThat(third.problems()).isEmpty();
        }
    }

    @Test
    void nothingIsFetchedThatLeavesTooLittleRoom() throws IOException {
        try (TestExchange exchange = start(Map.of("jinbo.collect-uploads.fetch.leave-free", "1000000TB"))) {
            upload(exchange, 1);

            CollectReport report = exchange.collect();

            assertThat(report.files()).isEmpty();
            assertThat(report.problems())
                    .singleElement()
                    .satisfies(remark -> assertThat(remark.what())
                            .startsWith("1 file(s) in upload/ are not fetched, because less than")
                            .endsWith("free disk space"));
            try (Stream<Path> spooled = Files.walk(home.resolve("spool"))) {
                AttackTable.row(
                        "upload: more than the disk has room for",
                        NOT_FETCHED,
                        spooled.anyMatch(Files::isRegularFile) ? "fetched" : NOT_FETCHED);
            }
        }
    }

    @Test
    void whoIsSuspendedMeanwhileWaitsFromTheNextFileOn() {
        try (TestExchange exchange = start(Map.of())) {
            upload(exchange, 1);
            upload(exchange, 1);
            upload(exchange, 1);
            exchange.at(FaultPoint.RECORDED, () -> exchange.bean(Insurers.class).suspend(YUNHE, CLOCK.instant()));

            exchange.collect();
            List<String> answered = exchange.listing("YUNHE", "archive");
            exchange.collect();

            AttackTable.row(
                    "upload: three files, and the insurer is suspended while the first is ingested",
                    "the two others wait",
                    answered.equals(uploads.subList(0, 1))
                                    && exchange.listing("YUNHE", "archive").equals(answered)
                            ? "the two others wait"
                            : "answered: " + exchange.listing("YUNHE", "archive"));
            CLOCK.set("2012-09-24T09:00:00+08:00");
            exchange.bean(Insurers.class).resume(YUNHE, CLOCK.instant());
            assertThat(exchange.collect().problems()).isEmpty();
            assertThat(exchange.receiptOf("YUNHE", uploads.get(2))).satisfies(receipt -> {
                assertThat(receipt.status()).isEqualTo(ReceiptStatus.ACCEPTED);
                assertThat(receipt.effectiveOn()).as("as of its receipt").hasToString("Optional[2012-10-09]");
            });
        }
    }

    @Test
    void whoIsSuspendedMeanwhileIsFetchedFromNoMore() {
        try (TestExchange exchange = start(Map.of())) {
            upload(exchange, 1);
            upload(exchange, 1);
            exchange.at(FaultPoint.FETCHED, () -> exchange.bean(Insurers.class).suspend(YUNHE, CLOCK.instant()));

            exchange.collect();

            assertThat(exchange.count("inbound_file")).isEqualTo(1);
            assertThat(exchange.listing("YUNHE", "upload")).isEqualTo(uploads);
        }
    }

    @Test
    void filesThatCannotBeReadKeepThoseBehindThemWaitingForSomeRunsOnly() {
        try (TestExchange exchange = start(Map.of("jinbo.collect-uploads.fetch.files", "3"));
                FaultySftpServer server = FaultySftpServer.over(home.resolve("drops/YUNHE"), ssh -> {})) {
            exchange.moveDrop("YUNHE", home.resolve("drops/YUNHE"), server.address());
            for (int file = 0; file < 9; file++) {
                upload(exchange, 1);
            }
            List<String> unreadable = uploads.subList(0, 7);
            unreadable.forEach(name -> server.refuses(FaultySftpServer.Deed.READ, name));

            List<CollectReport> runs = List.of(exchange.collect(), exchange.collect(), exchange.collect());

            AttackTable.row(
                    "upload: seven files that cannot be read before two that can, where one run fetches three",
                    "fetched in three runs: [0, 0, 2]; tried in vain: [3, 3, 3]",
                    "fetched in three runs: "
                            + runs.stream().map(run -> run.files().size()).toList() + "; tried in vain: "
                            + runs.stream().map(FetchLimitsIT::unreadable).toList());
            assertThat(runs.get(0).problems())
                    .extracting(Remark::what)
                    .contains("6 file(s) in upload/ wait for the next run, which begins with them, because 3 could not"
                            + " be read (collect-uploads.fetch.files)");

            server.recovers();
            while (!exchange.collect().everythingAnswered()) {
                assertThat(exchange.listing("YUNHE", "upload")).isNotEmpty();
            }
            assertThat(exchange.listing("YUNHE", "archive")).containsExactlyElementsOf(uploads);
            assertThat(exchange.count("inbound_fetch_next")).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"files, 2, 2", "volume, 20KB, 1"})
    void ofRefusedFilesSoManyOrSoMuchAreKept(String bound, String most, int kept) throws IOException {
        try (TestExchange exchange = start(Map.of(
                "jinbo.collect-uploads.limits.sealed-size",
                "20KB",
                "jinbo.collect-uploads.quarantine." + bound,
                most))) {
            for (int file = 0; file < 4; file++) {
                refused(exchange);
            }
            upload(exchange, 1);
            exchange.upload("CHANGQING", UploadCsv.name("CHANGQING", "20120921", 1), rows(1));

            CollectReport report = exchange.collect();

            List<Path> quarantined = filesIn(home.resolve("quarantine/YUNHE"), ".pgp");
            AttackTable.row(
                    "upload: four refused files where the quarantine of an insurer is full after " + kept,
                    kept + " kept, the first; 4 reasons; 1 good file ingested of YUNHE, 1 of CHANGQING",
                    quarantined.size() + " kept, "
                            + (shown(quarantined).equals(uploads.subList(0, kept)) ? "the first" : quarantined) + "; "
                            + filesIn(home.resolve("quarantine/YUNHE"), ".reason.txt")
                                    .size()
                            + " reasons; " + accepted(report, "YUNHE") + " good file ingested of YUNHE, "
                            + accepted(report, "CHANGQING") + " of CHANGQING");
            assertThat(filesIn(home.resolve("quarantine/YUNHE"), ".reason.txt"))
                    .last()
                    .satisfies(reason -> assertThat(Files.readString(reason))
                            .contains("not kept here, because the quarantine of its insurer is full"));
            assertThat(filesIn(home.resolve("spool"), "")).isEmpty();
            assertThat(report.problems()).singleElement().satisfies(remark -> {
                assertThat(remark.insurer()).isEqualTo(YUNHE);
                assertThat(remark.what()).startsWith("quarantine/YUNHE is full").contains("remove the .pgp files");
            });

            for (Path file : quarantined) {
                Files.delete(file);
            }
            assertThat(exchange.collect().problems()).isEmpty();
        }
    }

    @Test
    void whatIsHeldOfAnInsurerTakesUpSoMuchAndNoMoreIsFetched() throws IOException {
        try (TestExchange exchange = start(Map.of(
                "jinbo.collect-uploads.limits.sealed-size", "20KB",
                "jinbo.collect-uploads.fetch.spooled", "20KB",
                "jinbo.collect-uploads.hold.rows", "100"))) {
            upload(exchange, 700);
            upload(exchange, 700);
            exchange.upload("CHANGQING", UploadCsv.name("CHANGQING", "20120921", 1), rows(1));

            CollectReport first = exchange.collect();
            CollectReport second = exchange.collect();

            assertThat(first.files()).hasSize(2);
            AttackTable.row(
                    "upload: two files that are held, where what is held of an insurer may take up less than both",
                    "1 here, 1 waits in upload/; 1 of CHANGQING is ingested",
                    filesIn(home.resolve("spool"), "upload.pgp").size() + " here, "
                            + exchange.listing("YUNHE", "upload").size() + " waits in upload/; "
                            + accepted(first, "CHANGQING") + " of CHANGQING is ingested");
            assertThat(second.problems())
                    .singleElement()
                    .satisfies(remark -> assertThat(remark.what())
                            .startsWith(
                                    "1 file(s) in upload/ are not fetched, because the files of this insurer that are held")
                            .endsWith("release or refuse the held ones (held list)"));

            exchange.bean(HeldFiles.class)
                    .decide(uploads.get(0), HeldDecision.Kind.RELEASE, new Reason("agreed"), RestoreDrill.OPERATOR);
            exchange.collect();
            assertThat(exchange.listing("YUNHE", "upload")).isEmpty();
        }
    }

    @Test
    void aThousandHeldFilesOfAnInsurerAreTheMostHoweverSmall() {
        try (TestExchange exchange = start(Map.of("jinbo.collect-uploads.hold.rows", "1"))) {
            upload(exchange, 2);
            exchange.collect();
            exchange.bean(JdbcClient.class).sql("""
                    insert into inbound_file (insurer, remote_name, stem, size, modified_at, sha256, received_at, status,
                                              rows, refused, access_log_id, judged_answer, archived_as, finished_answer)
                    select insurer, remote_name || n, stem || n, size, modified_at, sha256, received_at, status,
                           rows, refused, access_log_id, judged_answer, archived_as || n, finished_answer
                    from inbound_file, generate_series(1, 998) n
                    """).update();
            upload(exchange, 2);
            upload(exchange, 1);

            CollectReport report = exchange.collect();

            AttackTable.row(
                    "upload: two files where 999 of the insurer are held",
                    "1 waits in upload/",
                    exchange.listing("YUNHE", "upload").size() + " waits in upload/");
            assertThat(report.problems())
                    .singleElement()
                    .satisfies(
                            remark -> assertThat(remark.what()).contains("have reached their limit, 1000 files or "));
        }
    }

    @Test
    void noLostUploadIsFetchedThatLeavesTooLittleRoom() throws IOException {
        String backUp;
        try (TestExchange exchange = start(Map.of())) {
            backUp = exchange.backUp();
            upload(exchange, 1);
            exchange.collect();
        }

        CollectReport report = takeInWithoutRoom(backUp);

        AttackTable.row(
                "upload: lost, ingested again, and more than the disk has room for",
                NOT_FETCHED,
                filesIn(home.resolve("spool"), "upload.pgp").isEmpty()
                                && report.files().isEmpty()
                        ? NOT_FETCHED
                        : "fetched");
        assertThat(report.problems())
                .extracting(Remark::what)
                .anySatisfy(what -> assertThat(what).startsWith(uploads.get(0) + TOO_LITTLE_ROOM));
    }

    @Test
    void noLostCopyIsBroughtBackThatLeavesTooLittleRoom() throws IOException {
        String database;
        try (TestExchange exchange = start(Map.of("jinbo.collect-uploads.hold.rows", "100"))) {
            upload(exchange, 200);
            exchange.collect();
            database = exchange.databaseUrl();
        }
        Files.delete(filesIn(home.resolve("spool"), "upload.pgp").get(0));

        CollectReport report = takeInWithoutRoom(database);

        assertThat(filesIn(home.resolve("spool"), "upload.pgp")).isEmpty();
        assertThat(report.problems())
                .extracting(Remark::what)
                .singleElement()
                .satisfies(what -> assertThat(what).contains(TOO_LITTLE_ROOM));
    }

    private CollectReport takeInWithoutRoom(String database) {
        try (TestExchange exchange = TestExchange.reopen(
                home,
                CLOCK,
                Map.of("spring.datasource.url", database, "jinbo.collect-uploads.fetch.leave-free", "1000000TB"))) {
            return exchange.bean(ReingestUploads.class)
                    .reingest(exchange.bean(Insurers.class).all(), "the disk broke", RestoreDrill.OPERATOR);
        }
    }

    /** Sealed for us, and signed by somebody else. */
    private void refused(TestExchange exchange) {
        String name = UploadCsv.name("YUNHE", "20120921", uploads.size() + 1);
        byte[] content = rows(1).getBytes(StandardCharsets.UTF_8);
        exchange.place("YUNHE", name, exchange.seal(TestExchange.secretOf("CHANGQING"), name, content));
        uploads.add(name);
    }

    private static List<Path> filesIn(Path folder, String end) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(end))
                    .sorted()
                    .toList();
        }
    }

    /** The names that quarantined files had in {@code upload/}. */
    private static List<String> shown(List<Path> quarantined) {
        return quarantined.stream()
                .map(file -> file.getFileName().toString().replaceFirst("\\.\\d+\\.pgp$", ".csv.pgp"))
                .toList();
    }

    private static long accepted(CollectReport report, String insurer) {
        return report.files().stream()
                .filter(file -> file.insurer().value().equals(insurer))
                .filter(file -> file.verdict().orElseThrow().status() == ReceiptStatus.ACCEPTED)
                .count();
    }

    private static int unreadable(CollectReport report) {
        return report.problems().stream()
                .map(Remark::what)
                .filter(what -> what.contains("cannot be read"))
                .map(what -> Integer.valueOf(what.substring(0, what.indexOf(' '))))
                .findFirst()
                .orElse(0);
    }

    private TestExchange start(Map<String, String> settings) {
        CLOCK.set("2012-09-21T09:00:00+08:00");
        return TestExchange.start(home, CLOCK, settings);
    }

    private void upload(TestExchange exchange, int rows) {
        String name = UploadCsv.name("YUNHE", "20120921", uploads.size() + 1);
        exchange.upload("YUNHE", name, rows(rows));
        uploads.add(name);
    }

    /** Each of some twenty bytes when sealed. */
    private String rows(int rows) {
        StringBuilder csv = new StringBuilder("mobile,complaint,complained_on,consent,scope,term,reference\r\n");
        for (int row = 0; row < rows; row++) {
            csv.append("1381000").append(1000 + random.nextInt(9000)).append(",TELEMARKETING,2012-09-20,,,,");
            random.ints(30, 'a', 'z' + 1).forEach(letter -> csv.append((char) letter));
            csv.append("\r\n");
        }
        return csv.toString();
    }
}
