package jinbo.operator.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import jinbo.operator.metrics.MetricSources.MetricSource;
import jinbo.testing.CapturedLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class RecordMetricsTest {

    private static final Duration OLD_AT_ONCE = Duration.ZERO;
    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final Duration SHORT_WAIT = Duration.ofMillis(300);

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void readsRecordsOnceWithinThePeriod() {
        try (RecordMetrics metrics = metrics(Duration.ofMinutes(1), this::count)) {
            for (int i = 0; i < 50; i++) {
                metrics.refresh();
                assertThat(metrics.max(Metric.LOG_ENTRIES)).isEqualTo(1);
            }
        }
    }

    @Test
    void theyAreReadAgainWhenTheyAreOld() {
        try (RecordMetrics metrics = metrics(OLD_AT_ONCE, this::count)) {
            metrics.refresh();
            metrics.refresh();

            assertThat(metrics.max(Metric.LOG_ENTRIES)).isEqualTo(2);
        }
    }

    @Test
    @Timeout(60)
    void returnsOldMetricsWhileTheDatabaseHangs() {
        CountDownLatch answers = new CountDownLatch(1);
        MetricSource hangsLater = () -> reads.get() == 0 ? count() : hang(answers);
        try (RecordMetrics metrics = new RecordMetrics(registry, Map.of("one", hangsLater), OLD_AT_ONCE, SHORT_WAIT)) {
            while (!metrics.isUp()) {
                metrics.refresh();
            }
            assertThat(gauge(RecordMetrics.DATABASE_UP)).isEqualTo(1);

            metrics.refresh();
            assertThat(gauge(RecordMetrics.DATABASE_UP)).isZero();
            assertThat(metrics.max(Metric.LOG_ENTRIES)).isEqualTo(1);
            assertThat(gauge(RecordMetrics.READING_AGE)).isGreaterThan(0.2);

            long begun = System.nanoTime();
            for (int i = 0; i < 50; i++) {
                metrics.refresh();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SHORT_WAIT.multipliedBy(10));

            answers.countDown();
            while (!metrics.isUp()) {
                metrics.refresh();
            }
        }
    }

    @Test
    void reportsFailingSourceAndReadsTheOthers() {
        MetricSource broken = () -> {
            throw new IllegalStateException("no answer");
        };
        try (CapturedLog log = new CapturedLog();
                RecordMetrics metrics = new RecordMetrics(
                        registry,
                        Map.of("brokenMetrics", broken, "good", this::count),
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(5))) {
            metrics.refresh();

            assertThat(metrics.isUp()).isFalse();
            assertThat(log.lines()).anyMatch(line -> line.contains("The brokenMetrics could not be read"));
            assertThat(metrics.max(Metric.LOG_ENTRIES)).isEqualTo(1);
        }
    }

    @Test
    @Timeout(60)
    void keepsOldValuesAndTheirAgeWhileASourceFails() {
        MetricSource failsLater = () -> {
            if (reads.get() > 0) {
                throw new IllegalStateException("no answer");
            }
            return count();
        };
        try (RecordMetrics metrics = metrics(OLD_AT_ONCE, failsLater)) {
            metrics.refresh();
            while (gauge(RecordMetrics.READING_AGE) < 0.05) {
                Thread.onSpinWait();
            }

            metrics.refresh();

            assertThat(gauge(RecordMetrics.DATABASE_UP)).isZero();
            assertThat(metrics.max(Metric.LOG_ENTRIES)).isEqualTo(1);
            assertThat(gauge(RecordMetrics.READING_AGE)).isGreaterThanOrEqualTo(0.05);
        }
    }

    @Test
    void removesSeriesAndKeepsTheOtherMeters() {
        List<Metric.Sample> both = List.of(Metric.LIST_ROWS.sample(1, "BEIDOU"), Metric.LIST_ROWS.sample(2, "YUNHE"));
        List<Metric.Sample> one = List.of(Metric.LIST_ROWS.sample(3, "YUNHE"));
        try (RecordMetrics metrics = metrics(OLD_AT_ONCE, () -> reads.getAndIncrement() == 0 ? both : one)) {
            metrics.refresh();
            Gauge before = yunhe();
            metrics.refresh();

            assertThat(metrics.find(Metric.LIST_ROWS).gauges()).hasSize(1);
            assertThat(yunhe()).isSameAs(before);
            assertThat(before.value()).isEqualTo(3);
        }
    }

    @Test
    void whatOnlyGrowsIsACounter() {
        try (RecordMetrics metrics = metrics(
                OLD_AT_ONCE, () -> List.of(Metric.LISTS_DELIVERED.sample(reads.incrementAndGet(), "YUNHE", "delta")))) {
            metrics.refresh();
            metrics.refresh();

            FunctionCounter counter =
                    Objects.requireNonNull(metrics.find(Metric.LISTS_DELIVERED).functionCounter());
            assertThat(counter.count()).isEqualTo(2);
            assertThat(counter.getId().getTags()).containsExactly(Tag.of("insurer", "YUNHE"), Tag.of("kind", "delta"));
        }
    }

    private Gauge yunhe() {
        return registry.get(Metric.LIST_ROWS.meter()).tag("insurer", "YUNHE").gauge();
    }

    private double gauge(String name) {
        return registry.get(name).gauge().value();
    }

    private List<Metric.Sample> count() {
        return List.of(Metric.LOG_ENTRIES.sample(reads.incrementAndGet()));
    }

    private List<Metric.Sample> hang(CountDownLatch answers) {
        try {
            answers.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return count();
    }

    private RecordMetrics metrics(Duration every, MetricSource source) {
        return new RecordMetrics(registry, Map.of("one", source), every, WAIT);
    }
}
