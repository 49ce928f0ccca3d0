package jinbo.operator.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MetricReaderTest {

    private static final Duration OLD_AT_ONCE = Duration.ZERO;

    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void recordsAreReadOnceHoweverOftenAnybodyAsks() {
        try (MetricReader metricReader = readings(Duration.ofMinutes(1), this::count)) {
            for (int i = 0; i < 50; i++) {
                assertThat(metricReader.newest().orElseThrow().most(Metric.LOG_ENTRIES))
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void theyAreReadAgainWhenTheyAreOld() {
        try (MetricReader metricReader = readings(OLD_AT_ONCE, this::count)) {
            metricReader.newest();

            assertThat(metricReader.newest().orElseThrow().most(Metric.LOG_ENTRIES))
                    .isEqualTo(2);
        }
    }

    @Test
    @Timeout(60)
    void aDatabaseThatHangsKeepsOneWaitingAndOlderMetricsAreToldWithTheirAge() {
        CountDownLatch answers = new CountDownLatch(1);
        try (MetricReader metricReader = readings(OLD_AT_ONCE, () -> reads.get() == 0 ? count() : hang(answers))) {
            assertThat(metricReader.newest()).isPresent();
            assertThat(metricReader.isStale()).isFalse();

            MetricReading old = metricReader.newest().orElseThrow();
            assertThat(metricReader.isStale()).isTrue();
            assertThat(old.most(Metric.LOG_ENTRIES)).isEqualTo(1);
            assertThat(old.age()).isGreaterThan(Duration.ofMillis(200));

            long begun = System.nanoTime();
            for (int i = 0; i < 50; i++) {
                metricReader.newest();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(200));

            answers.countDown();
            while (metricReader.isStale()) {
                metricReader.newest();
            }
        }
    }

    @Test
    void whatCannotBeReadIsNamedAndTheOthersAreTold() {
        MetricSource broken = source("broken", () -> {
            throw new IllegalStateException("no answer");
        });
        try (MetricReader metricReader = new MetricReader(
                List.of(broken, source("good", this::count)),
                Clock.systemUTC(),
                Duration.ofMinutes(1),
                Duration.ofSeconds(5))) {
            MetricReading metricReading = metricReader.newest().orElseThrow();

            assertThat(metricReading.isComplete()).isFalse();
            assertThat(metricReading.unread()).containsExactly("broken");
            assertThat(metricReading.most(Metric.LOG_ENTRIES)).isEqualTo(1);
        }
    }

    private List<MetricSample> count() {
        return List.of(MetricSample.of(Metric.LOG_ENTRIES, reads.incrementAndGet()));
    }

    private List<MetricSample> hang(CountDownLatch answers) {
        try {
            answers.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return count();
    }

    private static MetricReader readings(Duration every, java.util.function.Supplier<List<MetricSample>> read) {
        return new MetricReader(List.of(source("one", read)), Clock.systemUTC(), every, Duration.ofMillis(300));
    }

    private static MetricSource source(String what, java.util.function.Supplier<List<MetricSample>> read) {
        return new MetricSource() {
            @Override
            public String what() {
                return what;
            }

            @Override
            public List<MetricSample> read() {
                return read.get();
            }
        };
    }
}
