package jinbo.batch;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.batch.RecordedExecutions.ExecutionFilter;
import jinbo.batch.RecordedExecutions.RecordedExecution;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
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

    @Test
    void findsExecutionsByJobAndStatusAndThoseWhoseFileIsHeld() {
        try (TestExchange exchange = TestExchange.start(home, new SettableClock("2012-09-21T09:00:00+08:00"))) {
            String header = "mobile,complaint,complained_on\r\n";
            String row = ",TELEMARKETING,2012-09-20\r\n";
            exchange.upload("YUNHE", "complaints-YUNHE-20120921-001.csv.pgp", header + "13810001234" + row);
            exchange.upload(
                    "YUNHE", "complaints-YUNHE-20120921-002.csv.pgp", header + ("01012345678" + row).repeat(12));
            exchange.collect();
            exchange.publish();
            List<Long> held = exchange.bean(InboundFiles.class).held().stream()
                    .map(InboundFile::id)
                    .toList();

            assertThat(held).hasSize(1);
            assertThat(exchange.bean(RecordedExecutions.class).counts(filter("collect-uploads", "", held)))
                    .isEqualTo(Map.of("COMPLETED", 1L, "HELD", 1L));
            assertThat(found(exchange, filter("collect-uploads", "HELD", held)))
                    .singleElement()
                    .satisfies(one -> assertThat(one.of())
                            .containsEntry("inbound-file", held.get(0).toString()));
            assertThat(found(exchange, filter("", "COMPLETED", held)))
                    .extracting(RecordedExecution::job)
                    .containsExactly("publish-block-lists", "collect-uploads");
            assertThat(found(exchange, filter("", "FAILED", held))).isEmpty();
            assertThat(exchange.bean(RecordedExecutions.class).newest(filter("", "", held), 1, 1))
                    .extracting(RecordedExecution::job)
                    .containsExactly("collect-uploads");
        }
    }

    private static List<RecordedExecution> found(TestExchange exchange, ExecutionFilter filter) {
        return exchange.bean(RecordedExecutions.class).newest(filter, 50, 0);
    }

    /** An empty text is no condition. */
    private static ExecutionFilter filter(String job, String status, List<Long> held) {
        return new ExecutionFilter(some(job), some(status), held);
    }

    private static Optional<String> some(String text) {
        return Optional.of(text).filter(not(String::isEmpty));
    }

    private static List<Long> rows(TestExchange exchange) {
        return TABLES.stream().map(exchange::count).toList();
    }
}
