package jinbo.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jinbo.JinboConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Entries per second of eight writers, in a home whose server waits for the disk:
 * {@code mvn verify -DskipUnitTests -Dit.test=AccessLogThroughputIT -Djinbo.measure=true}.
 */
@EnabledIfSystemProperty(named = "jinbo.measure", matches = "true")
class AccessLogThroughputIT {

    private static final int WRITERS = 8;
    private static final Duration FOR = Duration.ofSeconds(20);

    @TempDir
    Path home;

    @Test
    void eightWritersGetAThousandEntriesASecondIntoTheTree() throws Exception {
        try (ConfigurableApplicationContext program =
                new SpringApplicationBuilder(JinboConfiguration.parts()).run("--jinbo.home=" + home)) {
            assertThat(program.getBean(JdbcClient.class)
                            .sql("show fsync")
                            .query(String.class)
                            .single())
                    .isEqualTo("on");
            AccessLog log = program.getBean(AccessLog.class);
            write(log, Duration.ofSeconds(3));
            long begin = System.nanoTime();
            long entries = write(log, FOR);
            double written = seconds(begin);
            program.getBean(LogTree.class).sign();
            double covered = seconds(begin);

            System.out.printf(
                    "%d entries: %.0f a second durable, %.0f a second in the tree; the last one covered %.2f s later%n",
                    entries, entries / written, entries / covered, covered - written);
            assertThat(entries / covered).isGreaterThan(1000);
            assertThat(program.getBean(CheckLog.class).all(index -> {})).isEmpty();
        }
    }

    private static long write(AccessLog log, Duration time) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        long end = System.nanoTime() + time.toNanos();
        List<Callable<Long>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            String object = "blocklist-YUNHE-0000000" + i + "-full.csv.pgp";
            writers.add(() -> {
                long written = 0;
                while (System.nanoTime() < end) {
                    AccessPermit permit = log.begin(new Access(
                            Actor.batch(),
                            AccessAction.PUBLISH_LIST,
                            "the insurer receives its block list",
                            Optional.of("YUNHE"),
                            object));
                    log.completeNow(permit, AccessResult.of("SEALED", 1));
                    written += 2;
                }
                return written;
            });
        }
        long all = 0;
        for (Future<Long> writer : threads.invokeAll(writers)) {
            all += writer.get();
        }
        threads.shutdown();
        return all;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
