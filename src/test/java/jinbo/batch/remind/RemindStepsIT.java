package jinbo.batch.remind;

import static jinbo.batch.StepByItself.all;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import jinbo.batch.RunId;
import jinbo.batch.StepByItself;
import jinbo.batch.StopRequest;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemindStepsIT {

    private static final LocalDate TODAY = LocalDate.of(2012, 9, 21);
    private static final RemindConsumersJob.Run RUN = new RemindConsumersJob.Run(TODAY, TODAY.plusDays(30));

    @TempDir
    Path home;

    private final RunId id = RunId.newId();
    private TestExchange exchange;
    private StepByItself steps;

    @BeforeEach
    void start() {
        exchange = TestExchange.start(home, new SettableClock("2012-09-21T10:30:00+08:00"));
        steps = new StepByItself(exchange, RemindConsumersJob.NAME);
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"end-abandoned", "forget-ended", "send-reminders"})
    void completesStepWithoutWork(String step) {
        assertThat(steps.start(step, RUN.toParameters())).isEqualTo(all("COMPLETED", step, "TestJob"));
    }

    @Test
    void sendRemindersStopsOnStopRequest() {
        exchange.bean(StopRequest.class).request();

        assertThat(steps.start("send-reminders", RUN.toParameters()))
                .isEqualTo(all("STOPPED", "send-reminders", "TestJob"));
    }

    @Test
    void jobExecutesEachStepOfARunOnce() {
        exchange.bean(RemindBeforeEnd.class).run(id);
        exchange.bean(RemindBeforeEnd.class).run(id);

        assertThat(steps.newest(RemindConsumersJob.NAME).values()).hasSize(4).containsOnly("COMPLETED");
        assertThat(steps.executions(RemindConsumersJob.NAME).values()).containsOnly(1L);
    }
}
