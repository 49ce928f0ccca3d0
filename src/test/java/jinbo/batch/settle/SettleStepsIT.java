package jinbo.batch.settle;

import static jinbo.batch.StepByItself.all;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import jinbo.batch.StepByItself;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.batch.core.job.parameters.JobParameters;

class SettleStepsIT {

    private static final JobParameters NO_INPUTS = new JobParameters();

    @TempDir
    Path home;

    private TestExchange exchange;
    private StepByItself steps;

    @BeforeEach
    void start() {
        exchange = TestExchange.start(home, new SettableClock("2012-09-21T09:00:00+08:00"));
        steps = new StepByItself(exchange, SettleCasesJob.NAME);
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"check-recovery", "end-sanctions", "close-cases", "propose-sanctions"})
    void completesStepWithoutWork(String step) {
        assertThat(steps.start(step, NO_INPUTS)).isEqualTo(all("COMPLETED", step, "TestJob"));
    }

    @Test
    void checkRecoveryFailsAfterARestoreThatNobodyHasNoticed() {
        String before = exchange.backUp();
        exchange.publish();
        exchange.restore(before);

        assertThat(steps.start("check-recovery", NO_INPUTS)).isEqualTo(all("FAILED", "check-recovery", "TestJob"));

        assertThat(exchange.settle().problems())
                .hasSize(3)
                .allSatisfy(problem -> assertThat(problem.what()).contains("recovery settle"));
    }

    @Test
    void notifyHasAPartitionForEachInsurer() {
        assertThat(steps.start("notify", NO_INPUTS))
                .isEqualTo(all("COMPLETED", "notify", "notify:YUNHE", "notify:CHANGQING", "notify:BEIDOU", "TestJob"));
    }

    @Test
    void jobRecordsAllSteps() {
        exchange.settle();

        Map<String, String> recorded = steps.newest(SettleCasesJob.NAME);

        assertThat(recorded)
                .containsKeys("check-recovery", "end-sanctions", "notify", "close-cases", "propose-sanctions", "verify")
                .hasSize(10);
        assertThat(recorded.values()).containsOnly("COMPLETED");
    }
}
