package jinbo.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jinbo.batch.RecordedExecutions.RecordedExecution;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedExecutionsIT {

    private static final List<String> TABLES = List.of(
            "batch_job_instance",
            "batch_job_execution",
            "batch_job_execution_params",
            "batch_job_execution_context",
            "batch_step_execution",
            "batch_step_execution_context");

    @TempDir
    Path home;

    @Test
    void deletesOldExecutionsWithDependentRecords() {
        try (TestExchange exchange = TestExchange.start(home, new SettableClock("2012-09-21T09:00:00+08:00"))) {
            exchange.publish();
            List<Long> afterOne = rows(exchange);
            exchange.publish();
            exchange.sql().sql("""
                update batch_job_execution set end_time = end_time - interval '401 days'
                where job_execution_id = (select min(job_execution_id) from batch_job_execution)
                """).update();
            RecordedExecutions executions = exchange.bean(RecordedExecutions.class);

            executions.forget(Duration.ofDays(400));

            assertThat(rows(exchange)).isEqualTo(afterOne);
            assertThat(executions.newest(10)).singleElement().satisfies(newer -> {
                assertThat(newer.job()).isEqualTo("publish-block-lists");
                assertThat(newer.steps())
                        .extracting(RecordedExecution.Step::name)
                        .contains("deliver:YUNHE");
            });
        }
    }

    private static List<Long> rows(TestExchange exchange) {
        return TABLES.stream().map(exchange::count).toList();
    }
}
