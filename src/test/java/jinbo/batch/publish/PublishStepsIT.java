package jinbo.batch.publish;

import static jinbo.batch.StepByItself.all;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jinbo.batch.PartitionReport;
import jinbo.batch.PerInsurerExecutor;
import jinbo.batch.Remark;
import jinbo.batch.RunId;
import jinbo.batch.StepByItself;
import jinbo.batch.publish.PublishBlockListsJob.PublishOrder;
import jinbo.batch.publish.PublishToInsurer.Next;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.registry.blocklist.BlockLists;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

class PublishStepsIT {

    private static final InsurerCode YUNHE = new InsurerCode("YUNHE");
    private static final RunScan NOTHING_FOUND = new RunScan(Map.of(), List.of());
    private static final JobParameters NEXT =
            PublishOptions.NEXT.addTo(new JobParametersBuilder()).toJobParameters();

    @TempDir
    Path home;

    private final RunId id = RunId.newId();
    private TestExchange exchange;
    private StepByItself steps;

    @BeforeEach
    void start() {
        exchange = TestExchange.start(home, new SettableClock("2012-09-21T09:00:00+08:00"));
        steps = new StepByItself(exchange, PublishBlockListsJob.NAME);
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @Test
    void scanVisitsEveryDrop() {
        assertThat(steps.start("scan", NEXT)).isEqualTo(all("COMPLETED", "scan", "TestJob"));

        assertThat(RunScan.of(steps.last())).isEqualTo(NOTHING_FOUND);
    }

    @Test
    void scanFailsTheRunIfTheDatabaseIsOlderThanItsLists() {
        String before = exchange.backUp();
        exchange.publish();
        exchange.restore(before);

        assertThat(steps.start("scan", NEXT)).isEqualTo(all("FAILED", "scan", "TestJob"));

        assertThat(exchange.publish().problems())
                .hasSize(3)
                .extracting(Remark::what)
                .allSatisfy(why -> assertThat(why).contains("recovery list"));
    }

    @Test
    void openViewUsesOneSnapshotForAllLists() {
        steps.start("scan", NEXT);

        assertThat(steps.start("open-view", NEXT)).isEqualTo(all("COMPLETED", "open-view", "TestJob"));

        JobExecution execution = steps.last();
        RunViews views = exchange.bean(RunViews.class);
        assertThat(views.find(execution).orElseThrow().publication().asOf()).isEqualTo("2012-09-21T01:00:00Z");
        views.afterJob(execution);
    }

    @Test
    void sealMakesAListForEachInsurerAndClosesTheView() {
        steps.start("scan", NEXT);
        steps.start("open-view", NEXT);

        assertThat(steps.start("seal", NEXT))
                .isEqualTo(all("COMPLETED", "seal", "seal:YUNHE", "seal:CHANGQING", "seal:BEIDOU", "TestJob"));

        assertThat(exchange.bean(BlockLists.class).undelivered(YUNHE)).hasSize(1);
        assertThat(exchange.listing("YUNHE", "download")).isEmpty();
        assertThat(exchange.bean(RunViews.class).find(steps.last()))
                .as("the view of the registry")
                .isEmpty();
    }

    @Test
    void databaseDoesNotEndTheTransactionOfASlowSeal() {
        List<String> limits = new ArrayList<>();
        exchange.at(
                FaultPoint.LIST_BEGUN,
                () -> limits.add(exchange.bean(JdbcClient.class)
                        .sql("show idle_in_transaction_session_timeout")
                        .query(String.class)
                        .single()));
        steps.start("scan", NEXT);
        steps.start("open-view", NEXT);

        steps.start("seal", NEXT);

        assertThat(limits).containsExactly("0");
    }

    @Test
    void deliverSendsSealedLists() {
        steps.start("scan", NEXT);
        steps.start("open-view", NEXT);
        steps.start("seal", NEXT);

        assertThat(steps.start("deliver", NEXT))
                .isEqualTo(
                        all("COMPLETED", "deliver", "deliver:YUNHE", "deliver:CHANGQING", "deliver:BEIDOU", "TestJob"));

        assertThat(exchange.listing("YUNHE", "download"))
                .contains("blocklist-YUNHE-00000001-full.csv.pgp", "blocklist-YUNHE-00000001.manifest.json.pgp");
        assertThat(exchange.bean(BlockLists.class).undelivered(YUNHE)).isEmpty();
    }

    @Test
    void repeatedCatchUpMakesNoSecondList() {
        steps.start("scan", NEXT);
        steps.start("open-view", NEXT);
        steps.start("seal", NEXT);
        exchange.clock().set("2012-09-24T09:00:00+08:00");
        exchange.bean(PublishBlockLists.class).run(RunId.newId(), insurers(), PublishOptions.NEXT);
        BlockLists lists = exchange.bean(BlockLists.class);
        assertThat(lists.last(YUNHE).orElseThrow().manifest().sequence()).isEqualTo(2);
        assertThat(exchange.count("publication"))
                .as("the run's, and those of the catch-up, which insurers share if they catch up at the same time")
                .isBetween(3L, 5L);

        PublishOrder order = new PublishOrder(2, PublishOptions.NEXT, NOTHING_FOUND);
        PartitionReport repeated = exchange.bean(PerInsurerExecutor.class)
                .underLease(
                        exchange.bean(Insurers.class).get(YUNHE),
                        new PerInsurerExecutor.Places(1),
                        insurer -> exchange.bean(PublishToInsurer.class).deliver(insurer, order, Next.CATCH_UP),
                        (insurer, problem) -> PartitionReport.ofProblem(problem));

        assertThat(repeated.problems()).isEmpty();
        assertThat(lists.last(YUNHE).orElseThrow().manifest().sequence()).isEqualTo(2);
    }

    @Test
    void verifyFailsIfSealedBytesDifferFromTheRecord() throws IOException {
        steps.start("scan", NEXT);
        steps.start("open-view", NEXT);
        steps.start("seal", NEXT);
        Files.writeString(home.resolve("spool/lists/YUNHE/blocklist-YUNHE-00000001-full.csv.pgp"), "other bytes");

        assertThat(steps.start("verify", NEXT)).isEqualTo(all("FAILED", "verify", "TestJob"));

        assertThat(PublishBlockListsJob.differences(steps.last())).isNotEmpty();
    }

    @Test
    void restartRepeatsOnlyFailedPartitions() throws IOException {
        Path download = home.resolve("drops/YUNHE/download");
        exchange.at(FaultPoint.LIST_SEALED, () -> delete(download));
        PublishBlockLists publish = exchange.bean(PublishBlockLists.class);

        PublishReport broken = publish.run(id, insurers(), PublishOptions.NEXT);

        assertThat(broken.delivered()).hasSize(2);
        assertThat(broken.problems())
                .extracting(problem -> problem.insurer().value())
                .containsExactly("YUNHE");
        assertThat(steps.newest(PublishBlockListsJob.NAME))
                .containsEntry("seal", "COMPLETED")
                .containsEntry("deliver:CHANGQING", "COMPLETED")
                .containsEntry("deliver:YUNHE", "FAILED")
                .containsEntry("verify", "FAILED")
                .containsEntry(PublishBlockListsJob.NAME, "FAILED");
        Files.createDirectory(download);

        PublishReport rest = publish.run(id, insurers(), PublishOptions.NEXT);

        assertThat(rest.problems()).isEmpty();
        assertThat(rest.delivered()).hasSize(1);
        assertThat(steps.newest(PublishBlockListsJob.NAME)).containsEntry(PublishBlockListsJob.NAME, "COMPLETED");
        assertThat(steps.executions(PublishBlockListsJob.NAME))
                .containsEntry("scan", 2L)
                .containsEntry("seal:YUNHE", 1L)
                .containsEntry("deliver:YUNHE", 2L)
                .containsEntry("deliver:CHANGQING", 1L);
        assertThat(publish.run(id, insurers(), PublishOptions.NEXT)).isEqualTo(PublishReport.NOTHING);
    }

    @Test
    void deliversOtherListsIfAPartitionCannotBeRecorded() {
        exchange.sql().sql("""
                create function refuse() returns trigger language plpgsql as $$
                begin raise exception 'it is not recorded'; end $$;
                create trigger refused before update on batch_step_execution for each row
                    when (new.step_name = 'seal:YUNHE') execute function refuse()
                """).update();

        PublishReport report = exchange.publish();

        assertThat(report.delivered()).hasSize(2);
        assertThat(report.problems())
                .extracting(problem -> problem.insurer().value())
                .containsExactly("YUNHE");
        assertThat(run(id).delivered()).as("by the next run").hasSize(2);
    }

    @Test
    void restartsPartitionThatDiedBeforeItsContextWasSaved() {
        exchange.breakOffAt(FaultPoint.SEQUENCE_TAKEN);
        assertThat(run(id).problems()).hasSize(1);
        exchange.sql().sql("""
                update batch_step_execution_context kept
                set short_context = (select other.short_context from batch_step_execution_context other
                                     join batch_step_execution s using (step_execution_id) where s.step_name = 'scan')
                from batch_step_execution partition
                where partition.step_execution_id = kept.step_execution_id and partition.step_name like 'deliver:%'
                """).update();

        PublishReport rest = run(id);

        assertThat(rest.problems()).isEmpty();
        assertThat(rest.delivered()).hasSize(1);
    }

    private PublishReport run(RunId run) {
        return exchange.bean(PublishBlockLists.class).run(run, insurers(), PublishOptions.NEXT);
    }

    @Test
    void savesReportInExecutionContextOfPartition() {
        exchange.publish();

        assertThat(PartitionReport.of(
                        steps.lastExecution(PublishBlockListsJob.NAME), insurers(), PublishBlockListsJob.DELIVER))
                .isEqualTo(Map.of(
                        YUNHE,
                        PartitionReport.ofDelivered(List.of(1)),
                        new InsurerCode("CHANGQING"),
                        PartitionReport.ofDelivered(List.of(1)),
                        new InsurerCode("BEIDOU"),
                        PartitionReport.ofDelivered(List.of(1))));
    }

    private static void delete(Path folder) {
        try {
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Insurer> insurers() {
        return exchange.bean(Insurers.class).all();
    }
}
