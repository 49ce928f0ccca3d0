package jinbo.batch.erase;

import static jinbo.batch.StepByItself.all;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import jinbo.batch.RunId;
import jinbo.batch.StepByItself;
import jinbo.batch.StopRequest;
import jinbo.batch.erase.EraseEndedJob.EraseRun;
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
        exchange = TestExchange.start(home, clock);
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
    void aStepThatFindsNothingToDoIsComplete(String step) {
        assertThat(steps.start(step, id, RUN)).isEqualTo(all("COMPLETED", step, "TestJob"));
    }

    @Test
    void eraseNumbersForgetsWhatHasEnded() {
        exchange.upload(
                "YUNHE",
                "complaints-YUNHE-20120921-001.csv.pgp",
                "mobile,complaint,complained_on\r\n13810001234,TELEMARKETING,2012-09-20\r\n");
        exchange.collect();
        clock.set("2015-04-13T09:00:00+08:00");

        assertThat(steps.start("erase-numbers", id, new EraseRun(LocalDate.of(2014, 10, 13), 2010)))
                .isEqualTo(all("COMPLETED", "erase-numbers", "TestJob"));

        assertThat(exchange.count("registration_row where subject is not null")).isEqualTo(1);
    }

    @Test
    void eraseNumbersFailsIfTheProgramIsToldToEnd() {
        exchange.bean(StopRequest.class).request();

        assertThat(steps.start("erase-numbers", id, RUN)).isEqualTo(all("FAILED", "erase-numbers", "TestJob"));
    }

    @Test
    void theJobDoesAllStepsOfARunOnce() {
        exchange.bean(EraseEndedNumbers.class).run(id);
        exchange.bean(EraseEndedNumbers.class).run(id);

        assertThat(steps.newest(EraseEndedJob.NAME).values()).hasSize(8).containsOnly("COMPLETED");
        assertThat(steps.executions(EraseEndedJob.NAME).values()).containsOnly(1L);
    }
}
