package jinbo.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jinbo.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes with one database. */
class RunProgressIT {

    private final HikariDataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Progress progress = new Progress();
    private long nanoseconds;
    private final RunProgress node = new RunProgress(jdbc, progress, () -> nanoseconds);
    private final RunProgress other = new RunProgress(jdbc, new Progress(), () -> 0);

    @AfterEach
    void close() {
        node.destroy();
        other.destroy();
        database.close();
    }

    @Test
    void showsProgressOfRunOnAnotherNode() {
        LogContext.with(
                LogContext.Field.RUN,
                7,
                () -> node.during("collect-uploads", 7, Optional.of("YUNHE"), () -> {
                    node.expect(4);
                    node.finished(1000);
                    progress.report("complaints-YUNHE-20261124-002.csv.pgp", 50, 100);
                    nanoseconds = TimeUnit.SECONDS.toNanos(3);
                    node.write();

                    RunProgress.State state = other.all().get(0);
                    assertThat(state)
                            .isEqualTo(new RunProgress.State(
                                    "collect-uploads",
                                    7,
                                    "YUNHE",
                                    1,
                                    4,
                                    1000,
                                    "complaints-YUNHE-20261124-002.csv.pgp",
                                    50,
                                    100,
                                    Duration.ofSeconds(3)));
                    assertThat(state.share()).isEqualTo(1.5 / 4);
                    assertThat(state.rate()).isEqualTo(333);
                    assertThat(state.left()).contains(Duration.ofSeconds(5));
                    return "";
                }));

        assertThat(other.all()).as("once it has ended").isEmpty();
    }

    @Test
    void removesProgressOfFailedRun() {
        assertThat(catchThrowable(() -> node.during("watch", 0, Optional.empty(), () -> {
                    node.write();
                    throw new IllegalStateException(other.all().toString());
                })))
                .hasMessageContaining("watch");

        assertThat(other.all()).isEmpty();
    }

    @Test
    void ignoresProgressOfVanishedNode() {
        jdbc.sql("insert into run_progress values ('gone', 'watch', 0, '', 0, 0, 0, '', 0, 0, 0, now() -"
                        + " interval '16 s')")
                .update();

        assertThat(other.all()).isEmpty();
    }

    @Test
    void reportsNoProgressOutsideRuns() {
        progress.report("a file", 1, 2);
        node.expect(1);
        node.finished(1);
        node.write();

        assertThat(other.all()).isEmpty();
    }
}
