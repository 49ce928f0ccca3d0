package jinbo.batch.erase;

import static jinbo.batch.StepByItself.all;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jinbo.batch.RunId;
import jinbo.batch.StepByItself;
import jinbo.batch.StopRequest;
import jinbo.batch.erase.EraseEndedJob.EraseRun;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EraseStepsIT {

    private static final EraseRun RUN = new EraseRun(LocalDate.of(2014, 6, 1), 2010);

    @TempDir
    Path home;

    private final SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");
    private final RunId id = RunId.newId();
    private TestExchange exchange;
    private StepByItself steps;

    @BeforeEach
    void start() {
        exchange = TestExchange.start(home, clock, Map.of("jinbo.erase-ended.numbers-at-a-time", "2"));
        steps = new StepByItself(exchange, EraseEndedJob.NAME);
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "erase-requests",
                "purge-proofs",
                "erase-cases",
                "end-abandoned",
                "erase-numbers",
                "clear-quarantine",
                "destroy-keys"
            })
    void completesStepWithoutWork(String step) {
        assertThat(steps.start(step, RUN.toParameters())).isEqualTo(all("COMPLETED", step, "TestJob"));
    }

    @Test
    void eraseNumbersErasesEndedNumbers() {
        exchange.upload(
                "YUNHE",
                "complaints-YUNHE-20120921-001.csv.pgp",
                "mobile,complaint,complained_on\r\n13810001234,TELEMARKETING,2012-09-20\r\n");
        exchange.collect();
        clock.set("2015-04-13T09:00:00+08:00");

        assertThat(steps.start("erase-numbers", new EraseRun(LocalDate.of(2014, 10, 13), 2010).toParameters()))
                .isEqualTo(all("COMPLETED", "erase-numbers", "TestJob"));

        assertThat(exchange.count("registration_row where subject is not null")).isEqualTo(1);
    }

    @Test
    void countsOfStepShowEachErasedGroup() {
        registerThreeEndedNumbers();
        List<List<Long>> counts = new ArrayList<>();
        exchange.at(FaultPoint.GROUP_ERASED, () -> counts.add(recordedCounts()));

        exchange.bean(EraseEndedNumbers.class).run(id);

        assertThat(counts).as("numbers and commits after the first group").containsExactly(List.of(2L, 1L));
        assertThat(recordedCounts()).as("two groups, and the end").containsExactly(3L, 3L);
        assertThat(accesses()).containsExactly("ERASED 2", "ERASED 1", "NOTHING LEFT 0");
        assertThat(exchange.count("access_log_open where action = 'ERASE'")).isZero();
    }

    @Test
    void failedGroupIsNotCountedAndItsAccessFails() {
        registerThreeEndedNumbers();
        exchange.breakOffAt(FaultPoint.ERASING);

        exchange.bean(EraseEndedNumbers.class).run(id);

        assertThat(recordedCounts()).containsExactly(0L, 0L);
        assertThat(accesses()).singleElement().asString().startsWith("FAILED ");

        exchange.bean(EraseEndedNumbers.class).run(id);
        assertThat(recordedCounts()).as("the restart begins again").containsExactly(3L, 3L);
    }

    @Test
    void stopBetweenGroupsKeepsWhatIsErasedAndLeavesNoAccessOpen() {
        registerThreeEndedNumbers();
        exchange.at(
                FaultPoint.GROUP_ERASED, () -> exchange.bean(StopRequest.class).request());

        assertThat(exchange.bean(EraseEndedNumbers.class).run(id).problem()).contains(StopRequest.STOPPED);

        assertThat(recordedCounts()).containsExactly(2L, 1L);
        assertThat(accesses()).containsExactly("ERASED 2");
        assertThat(exchange.count("access_log_open where action = 'ERASE'")).isZero();
    }

    @Test
    void eraseNumbersStopsOnStopRequest() {
        exchange.bean(StopRequest.class).request();

        assertThat(steps.start("erase-numbers", RUN.toParameters()))
                .isEqualTo(all("STOPPED", "erase-numbers", "TestJob"));
    }

    @Test
    void jobExecutesEachStepOfARunOnce() {
        exchange.bean(EraseEndedNumbers.class).run(id);
        exchange.bean(EraseEndedNumbers.class).run(id);

        assertThat(steps.newest(EraseEndedJob.NAME).values()).hasSize(8).containsOnly("COMPLETED");
        assertThat(steps.executions(EraseEndedJob.NAME).values()).containsOnly(1L);
    }

    private void registerThreeEndedNumbers() {
        exchange.upload(
                "YUNHE",
                "complaints-YUNHE-20120921-001.csv.pgp",
                "mobile,complaint,complained_on\r\n13810001234,TELEMARKETING,2012-09-20\r\n"
                        + "13810001235,TELEMARKETING,2012-09-20\r\n13810001236,TELEMARKETING,2012-09-20\r\n");
        exchange.collect();
        clock.set("2015-04-13T09:00:00+08:00");
    }

    /** The write count and the commit count of the newest execution of {@code erase-numbers}. */
    private List<Long> recordedCounts() {
        return exchange.sql()
                .sql("select write_count, commit_count from batch_step_execution"
                        + " where step_name = 'erase-numbers' order by step_execution_id desc limit 1")
                .query((row, number) -> List.of(row.getLong(1), row.getLong(2)))
                .single();
    }

    private List<String> accesses() {
        return exchange.sql()
                .sql("select outcome || ' ' || numbers from access_log_entry"
                        + " where action = 'ERASE' and phase = 'RESULT' and object = 'registry' order by id")
                .query(String.class)
                .list();
    }
}
