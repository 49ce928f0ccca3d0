package jinbo.story.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.platform.home.EmbeddedDatabase;
import jinbo.testing.FailureTable;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestDatabase;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A killed process leaves the database server that it started running; whoever comes next deals with it. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class KilledWithEmbeddedDatabaseIT {

    private static final String TIME = "2012-09-21T09:00:00+08:00";
    private static final SettableClock CLOCK = new SettableClock(TIME);

    private static final Map<String, String> EMBEDDED = Map.of("spring.datasource.url", EmbeddedDatabase.AS_URL);

    @TempDir
    static Path folder;

    private final Path home = folder.resolve("home");

    @AfterEach
    void nothingIsLeftRunning() throws IOException {
        server().ifPresent(ProcessHandle::destroy);
    }

    @Test
    void aHomeThatIsKilledInTwoMigrationsAndInTwoRunsCompletes() throws Exception {
        TestDatabase.linkServerProgramsInto(home);
        Steps steps = new Steps();
        steps.take("the process is killed in a migration, and its server goes on", () -> {
            killedAt("MIGRATING:3");
            assertThat(server())
                    .as("the server outlives the process that started it")
                    .isPresent();
        });
        steps.take("it is killed in another migration", () -> killedAt("MIGRATING:2"));
        List<UploadBatch> uploads = steps.take("uploads are made", () -> prepare());
        steps.take("it is killed in a merge", () -> killedAt("MERGING"));
        steps.take("it is killed with a sequence taken", () -> {
            uploads.get(1).dropInto(home);
            killedAt("SEQUENCE_TAKEN");
        });
        try (TestExchange last = TestExchange.reopen(home, CLOCK, EMBEDDED)) {
            steps.take("the last run completes", () -> {
                assertThat(last.collect().problems()).isEmpty();
                assertThat(last.publish().problems()).isEmpty();
            });
            steps.take("registry and schema are sound", () -> {
                last.assertRegistryAgrees();
                assertThat(last.sql()
                                .sql(
                                        "select version || ' ' || count(*) || ' ' || bool_and(success) from flyway_schema_history"
                                                + " group by version having count(*) <> 1 or not bool_and(success)")
                                .query(String.class)
                                .list())
                        .as("migrations that did not run once")
                        .isEmpty();
            });
            List<String> lists =
                    new ListConsistencyCheck(last, Set.of(Instant.from(OffsetDateTime.parse(TIME)))).faults();
            List<String> records = new RecordConsistencyCheck(last.sql()).faults();
            steps.take("lists and records are sound", () -> {
                assertThat(lists).isEmpty();
                assertThat(records).isEmpty();
                assertThat(last.receiptOf("YUNHE", "complaints-YUNHE-20120921-201")
                                .status())
                        .isEqualTo(ReceiptStatus.ACCEPTED);
            });
            PublishedState end = PublishedState.at(last.sql(), home);
            steps.take(
                    "nothing is lost or doubled",
                    () -> FailureTable.row(
                            "process with its own database",
                            "killed in two migrations, in a merge, and with a sequence taken",
                            4,
                            unanswered(last, uploads).size() + end.undelivered().size(),
                            end.registrations().size()
                                    - Set.copyOf(end.registrations()).size(),
                            end.halfVisible().size()));
        }
        steps.take(
                "the server is stopped",
                () -> assertThat(server())
                        .as("the server is stopped with the last who uses it")
                        .isEmpty());
    }

    /** The insurers join and drop a first lot; the second is for later. */
    private List<UploadBatch> prepare() throws IOException {
        try (TestExchange exchange = TestExchange.reopen(home, CLOCK, EMBEDDED)) {
            exchange.joinAll();
            UploadBatch first = UploadBatch.sealed(exchange, 1, "20120921");
            first.dropInto(home);
            return List.of(first, UploadBatch.sealed(exchange, 2, "20120921"));
        }
    }

    /** The uploads that the program has not received, or has not answered. */
    private static List<String> unanswered(TestExchange exchange, List<UploadBatch> uploads) {
        Set<String> answered = new HashSet<>(exchange.sql()
                .sql("select insurer || '/' || remote_name from inbound_file where finished_answer > 0")
                .query(String.class)
                .list());
        List<String> all = uploads.stream()
                .flatMap(batch -> batch.files().stream())
                .map(file -> file.insurer() + "/" + file.name())
                .toList();
        assertThat(all).hasSize(16);
        return all.stream().filter(name -> !answered.contains(name)).toList();
    }

    private void killedAt(String where) throws IOException {
        Path log = Files.createDirectories(folder.resolve("log"));
        Map<String, String> settings = Map.of("jinbo.home", home.toString(), "jinbo.clock", TIME);
        try (ProgramProcess process = ProgramProcess.start(where, settings, log.resolve("errors.txt"))) {
            process.dieAt(where.replaceFirst(":.*", ""));
        }
    }

    private Optional<ProcessHandle> server() throws IOException {
        Path file = home.resolve("db/data/postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip()));
    }
}
