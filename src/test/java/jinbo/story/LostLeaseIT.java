package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jinbo.batch.Remark;
import jinbo.batch.collect.CollectReport;
import jinbo.batch.collect.CollectUploads;
import jinbo.batch.publish.PublishBlockLists;
import jinbo.batch.publish.PublishReport;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.participant.insurer.Insurer;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.testing.FailureTable;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A process stands still somewhere, its connection that held the lease is cut, another one takes over and finishes; then the
 * first wakes up. It commits nothing, delivers nothing more, and says that it has lost the lease.
 */
@Timeout(120)
class LostLeaseIT {

    private static final SettableClock CLOCK = new SettableClock("2012-09-21T09:00:00+08:00");

    @TempDir
    static Path home;

    private static TestExchange zombie;
    private static TestExchange other;
    private static int files;

    @BeforeAll
    static void start() {
        zombie = TestExchange.start(home, CLOCK);
        other = zombie.anotherProcess();
    }

    @AfterAll
    static void close() {
        other.close();
        zombie.close();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "FETCHED",
                "MERGING",
                "VERDICT_WRITTEN",
                "INGESTED",
                "DELIVERING_ANSWER",
                "ANSWER_DELIVERED",
                "ARCHIVED",
            })
    void anUploadIsFinishedByWhoTookOverAndNotTouchedByWhoWakesUp(FaultPoint point) {
        Steps steps = new Steps();
        String name = UploadCsv.name("YUNHE", "20120921", ++files);
        steps.take(
                "an upload arrives",
                () -> zombie.upload("YUNHE", name, UploadCsv.complaints("2012-09-20", 13810600000L + files)));
        AtomicReference<CollectReport> taken = new AtomicReference<>();
        AtomicReference<Everything> then = new AtomicReference<>();
        steps.take(
                "another process takes over at that point",
                () -> zombie.at(point, () -> {
                    cutTheLease();
                    taken.set(collectYunhe(other));
                    then.set(everything());
                }));
        CollectReport woken = steps.take("the first process wakes up", () -> collectYunhe(zombie));
        steps.take(
                "the other process completes its work",
                () -> assertThat(taken.get().problems()).as("of who took over").isEmpty());
        steps.take(
                "the first process says that it has lost the lease",
                () -> assertThat(woken.problems()).singleElement().satisfies(LostLeaseIT::saysThatTheLeaseIsLost));
        steps.take(
                "it changes nothing any more",
                () -> assertThat(everything()).as("what the first has changed").isEqualTo(then.get()));
        steps.take("the upload is answered once, and nothing is lost or doubled", () -> {
            assertThat(zombie.receiptOf("YUNHE", name).status()).isEqualTo(ReceiptStatus.ACCEPTED);
            assertThat(zombie.listing("YUNHE", "upload")).isEmpty();
            nothingIsLostOrDoubled("upload, " + point);
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"SEALING", "DELIVERING_LIST", "LIST_DELIVERED", "MANIFEST_DELIVERED"})
    void aListIsFinishedByWhoTookOverAndNotTouchedByWhoWakesUp(FaultPoint point) {
        AtomicReference<PublishReport> taken = new AtomicReference<>();
        AtomicReference<Everything> then = new AtomicReference<>();
        zombie.at(point, () -> {
            cutTheLease();
            taken.set(publishToYunhe(other));
            then.set(everything());
        });

        PublishReport woken = publishToYunhe(zombie);

        assertThat(taken.get().problems()).as("of who took over").isEmpty();
        assertThat(taken.get().delivered()).isNotEmpty();
        assertThat(woken.problems()).singleElement().satisfies(LostLeaseIT::saysThatTheLeaseIsLost);
        assertThat(everything()).as("what the first has changed").isEqualTo(then.get());
        nothingIsLostOrDoubled("list, " + point);
    }

    @ParameterizedTest
    @EnumSource(names = {"ANSWER_SEALED", "LIST_SEALED"})
    void whoHasPassedTheFenceAndIsAboutToCommitIsWaitedForAndNotOverrun(FaultPoint point) {
        Steps steps = new Steps();
        String name = UploadCsv.name("YUNHE", "20120921", ++files);
        steps.take(
                "an upload arrives",
                () -> zombie.upload("YUNHE", name, UploadCsv.complaints("2012-09-20", 13810600000L + files)));
        AtomicReference<CollectReport> waits = new AtomicReference<>();
        steps.take(
                "another process tries to take over at that point",
                () -> zombie.at(point, () -> {
                    cutTheLease();
                    waits.set(collectYunhe(other));
                }));
        List<Remark> problems = steps.take(
                "the first process goes on",
                () -> point == FaultPoint.LIST_SEALED
                        ? publishToYunhe(zombie).problems()
                        : collectYunhe(zombie).problems());
        steps.take(
                "the other process leaves the insurer to it",
                () -> assertThat(waits.get().problems())
                        .singleElement()
                        .satisfies(
                                problem -> assertThat(problem.what()).contains("another process is working for it")));
        if (point == FaultPoint.LIST_SEALED) {
            // its commit was waited for, and it delivers under a lease that it takes anew
            steps.take("the first process delivers", () -> assertThat(problems).isEmpty());
        } else {
            steps.take(
                    "the first process says that it has lost the lease",
                    () -> assertThat(problems).singleElement().satisfies(LostLeaseIT::saysThatTheLeaseIsLost));
        }
        steps.take("the next run completes, and nothing is lost or doubled", () -> {
            assertThat(collectYunhe(other).problems()).isEmpty();
            assertThat(publishToYunhe(other).problems()).isEmpty();
            nothingIsLostOrDoubled("about to commit, " + point);
        });
    }

    @Test
    void twoProcessesShareTheInsurersAndNoneIsServedByBoth() {
        Steps steps = new Steps();
        steps.take("two insurers upload", () -> {
            zombie.upload(
                    "YUNHE",
                    UploadCsv.name("YUNHE", "20120921", ++files),
                    UploadCsv.complaints("2012-09-20", 13810600000L + files));
            zombie.upload(
                    "BEIDOU",
                    UploadCsv.name("BEIDOU", "20120921", 1),
                    UploadCsv.complaints("2012-09-20", 13810500000L));
        });
        AtomicReference<CollectReport> meanwhile = new AtomicReference<>();
        AtomicReference<PublishReport> published = new AtomicReference<>();
        steps.take(
                "another process collects and publishes while the first one works",
                () -> zombie.at(FaultPoint.INGESTED, () -> {
                    meanwhile.set(elsewhere(other::collect));
                    published.set(elsewhere(other::publish));
                }));
        CollectReport first = steps.take("the first process completes", () -> collectYunhe(zombie));
        steps.take("it has no problem", () -> assertThat(first.problems()).isEmpty());
        steps.take("the other process serves the other insurers alone", () -> {
            assertThat(meanwhile.get().files())
                    .singleElement()
                    .satisfies(file -> assertThat(file.insurer()).hasToString("BEIDOU"));
            assertThat(meanwhile.get().problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.what()).contains("another process is working for it"));
        });
        steps.take("it publishes to them alone", () -> {
            assertThat(published.get().delivered()).hasSize(2);
            assertThat(published.get().problems()).hasSize(1);
        });
        steps.take("nothing is lost or doubled", () -> nothingIsLostOrDoubled("two processes, one database"));
    }

    private static void nothingIsLostOrDoubled(String fault) {
        zombie.assertRegistryAgrees();
        assertThat(zombie.count("access_log_open")).as("intents without result").isZero();
        assertThat(zombie.count("inbound_fetch")).as("fetches that did not end").isZero();
        long drafts = filesBelow(home).stream()
                .filter(file -> file.endsWith(".part") || file.contains("spool/inbound"))
                .count();
        Map<String, String> recorded = recorded();
        List<String> delivered = zombie.listing("YUNHE", "download");
        long unequal = delivered.stream()
                .filter(name -> !zombie.sha256Of("YUNHE", name).equals(recorded.get(name)))
                .count();
        long undelivered = recorded.keySet().stream()
                .filter(name -> !delivered.contains(name))
                .count();
        FailureTable.row("lost lease", fault, 1, undelivered + unfinished(), unequal + ingestedTwice(), drafts);
    }

    /** The SHA-256 of YUNHE's answers, lists and manifests, by the names under which they are delivered. */
    private static Map<String, String> recorded() {
        Map<String, String> recorded = new TreeMap<>();
        zombie.sql().sql("""
                select name, sha256 from answer where insurer = 'YUNHE'
                union all
                select 'blocklist-YUNHE-' || lpad(sequence::text, 8, '0') || '-' || kind || '.csv.pgp', sha256
                from block_list where insurer = 'YUNHE'
                union all
                select 'blocklist-YUNHE-' || lpad(sequence::text, 8, '0') || '.manifest.json.pgp', manifest_sha256
                from block_list where insurer = 'YUNHE'
                """).query(row -> {
            recorded.put(row.getString("name"), row.getString("sha256"));
        });
        return recorded;
    }

    /** YUNHE's uploads that were not ingested or lack an answer, and the sequences that its lists leave out. */
    private static long unfinished() {
        long ingested = zombie.count("registration_batch b join inbound_file f on f.id = b.inbound_file"
                + " where f.insurer = 'YUNHE' and (select count(*) from answer a where a.inbound_file = f.id"
                + " and a.delivered_at is not null) = 2");
        long leftOut = zombie.sql()
                .sql("select coalesce(max(sequence), 0) - count(*) from block_list where insurer = 'YUNHE'")
                .query(Long.class)
                .single();
        return Math.max(0, files - ingested) + leftOut;
    }

    /** Numbers that are registered more than once: each upload names one, and no two name the same. */
    private static long ingestedTwice() {
        return zombie.sql()
                .sql("select count(*) - count(distinct mobile) from registration")
                .query(Long.class)
                .single();
    }

    private static void saysThatTheLeaseIsLost(Remark remark) {
        assertThat(remark.what()).contains("has lost the lease for YUNHE").contains("run again");
    }

    private static void cutTheLease() {
        int ended = other.sql()
                .sql("select count(pg_terminate_backend(pid, 5000)) from pg_locks where locktype = 'advisory'"
                        + " and classid = " + 0x4A42 + " and database = (select oid from pg_database where datname ="
                        + " current_database())")
                .query(Integer.class)
                .single();
        assertThat(ended).as("connections that held a lease").isEqualTo(1);
    }

    private static CollectReport collectYunhe(TestExchange process) {
        return elsewhere(() -> process.bean(CollectUploads.class).run(List.of(yunhe())));
    }

    private static PublishReport publishToYunhe(TestExchange process) {
        return elsewhere(() -> process.bean(PublishBlockLists.class).run(List.of(yunhe())));
    }

    /** In a thread of its own: a thread that stands still may be in the middle of a transaction, and transactions belong to threads. */
    private static <T> T elsewhere(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work).join();
    }

    private static Insurer yunhe() {
        return other.insurer("YUNHE");
    }

    /** What there is: rows of all tables that a run writes, and all files of drops, spool and quarantine. */
    private record Everything(Map<String, Object> rows, List<String> files) {}

    /**
     * But for the end of what the first had read for all its lists, and of its own execution of publishing, which are no lease's and for it alone to tell. Seen through the
     * other's connections: a thread that stands still may be in the middle of a transaction of the first.
     */
    private static Everything everything() {
        return new Everything(other.sql().sql("""
                                select (select max(id) from access_log_entry where action <> 'READ_FOR_LISTS') as entries,
                                       (select jsonb_agg(f order by id) from inbound_file f)::text as files,
                                       (select jsonb_agg(a order by inbound_file, answer, kind) from answer a)::text as answers,
                                       (select count(*) from finding) as findings,
                                       (select jsonb_agg(b order by id) from registration_batch b)::text as batches,
                                       (select count(*) from registration) as registrations,
                                       (select jsonb_agg(b order by mobile, scope) from block b)::text as blocks,
                                       (select revision from registry_head) as revision,
                                       (select jsonb_agg(l order by insurer, sequence) from block_list l)::text as lists,
                                       (select jsonb_agg(e order by job_execution_id) from batch_job_execution e
                                        join batch_job_instance i using (job_instance_id)
                                        where i.job_name = 'collect-uploads')::text as jobs,
                                       (select jsonb_agg(s order by step_execution_id) from batch_step_execution s
                                        join batch_job_execution e using (job_execution_id)
                                        join batch_job_instance i using (job_instance_id)
                                        where i.job_name = 'collect-uploads')::text as steps
                                """).query().singleRow(), filesBelow(home));
    }

    /** The log's own folders are not among them: its checkpoints are signed whenever they are due. */
    private static List<String> filesBelow(Path folder) {
        return Stream.of("drops", "spool", "quarantine")
                .map(folder::resolve)
                .filter(Files::isDirectory)
                .flatMap(each -> below(folder, each).stream())
                .sorted()
                .toList();
    }

    private static List<String> below(Path folder, Path each) {
        try (Stream<Path> all = Files.walk(each)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
