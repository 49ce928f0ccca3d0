package jinbo.operator.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jinbo.batch.schedule.RunKey;
import jinbo.batch.schedule.RunOutcome;
import jinbo.operator.metrics.MonitoringContext.CountRuns;
import jinbo.participant.insurer.InsurerCode;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.FileSystemResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table of {@code docs/operators/metrics.md} has exactly the metrics, and dashboard and alert rules use only these.
 */
class MetricsPageIT {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(jinbo_\\w+)` \\| (\\w+) \\|([^|]*)\\|.*\\|$");
    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\w+) (\\w+)$");
    private static final Pattern USED = Pattern.compile("\\b(?:jinbo|jvm|process|system)_[a-z_]+\\b");
    private static final Pattern SERIES = Pattern.compile("(?m)^(\\w+)(?:\\{([^}]*)})? ");

    @TempDir
    Path home;

    @Test
    void everyMetricIsInTheTableWithTypeAndLabels() throws IOException {
        Map<String, String> metrics = new TreeMap<>();
        for (Metric metric : Metric.values()) {
            metrics.put(
                    inPrometheus(metric.meter()) + (metric.isCounter() ? "_total" : ""),
                    (metric.isCounter() ? "counter" : "gauge") + " " + metric.labels());
        }
        metrics.put(inPrometheus(RecordMetrics.DATABASE_UP), "gauge []");
        metrics.put(inPrometheus(RecordMetrics.READING_AGE), "gauge []");
        metrics.put("jinbo_runs_total", "counter [job, outcome]");
        metrics.put("jinbo_run_duration_seconds", "histogram [job, outcome]");
        metrics.put("jinbo_run_duration_seconds_max", "gauge [job, outcome]");

        assertThat(table()).isEqualTo(metrics);
    }

    @Test
    void exposesExactlyTheMetricsOfTheTable() throws IOException {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        CountRuns count = new CountRuns(registry);
        count.ended(
                new RunKey("collect-uploads", Optional.of(new InsurerCode("YUNHE"))),
                RunOutcome.DONE,
                Duration.ofSeconds(2));
        try (TestExchange exchange = TestExchange.start(
                        home, new SettableClock("2012-09-21T09:00:00+08:00"), Map.of("jinbo.monitoring.port", "0"));
                MonitoringClient monitoringClient = MonitoringClient.watch(exchange)) {
            String told = monitoringClient.metrics() + registry.scrape();

            Set<String> types = new TreeSet<>();
            TYPE.matcher(told)
                    .results()
                    .map(type -> type.group(1) + " " + type.group(2))
                    .forEach(types::add);
            assertThat(types.stream().filter(type -> type.startsWith("jinbo_")))
                    .isSubsetOf(table().entrySet().stream()
                            .map(row -> row.getKey() + " " + row.getValue().replaceAll(" .*", ""))
                            .toList())
                    .contains("jinbo_runs_total counter", "jinbo_run_duration_seconds histogram");
            assertThat(labelsTold(told)).containsExactlyInAnyOrderEntriesOf(labelsInTable(told));
            assertThat(pageNames().filter(name -> !name.startsWith("jinbo_")))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(told).contains("\n" + name));
        }
    }

    @Test
    void theDashboardUsesWhatThereIs() throws IOException {
        JsonNode dashboard =
                JsonMapper.shared().readTree(Files.readString(Path.of("docs/operators/monitoring/dashboard.json")));
        List<String> expressions = StreamSupport.stream(dashboard.at("/panels").spliterator(), false)
                .flatMap(panel -> StreamSupport.stream(panel.get("targets").spliterator(), false))
                .map(target -> target.get("expr").stringValue())
                .toList();

        assertThat(expressions).hasSizeGreaterThan(20);
        assertExist(expressions);
    }

    @Test
    void alertRulesUseExistingMetricsInBothLanguages() throws IOException {
        Map<String, String> rules = new TreeMap<>();
        new YamlPropertySourceLoader()
                .load("alerts", new FileSystemResource(Path.of("docs/operators/monitoring/alerts.yaml")))
                .forEach(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames())
                        .forEach(key -> rules.put(key, String.valueOf(source.getProperty(key)))));

        List<String> expressions = endingWith(rules, ".expr");
        assertExist(expressions);
        for (String part : new String[] {
            ".alert", ".labels.severity", ".annotations.summary", ".annotations.summary_zh", ".annotations.action"
        }) {
            assertThat(endingWith(rules, part))
                    .as(part)
                    .hasSameSizeAs(expressions)
                    .hasSizeGreaterThan(10);
        }
    }

    private static String inPrometheus(String meter) {
        return meter.replace('.', '_');
    }

    private static List<String> endingWith(Map<String, String> rules, String end) {
        return rules.entrySet().stream()
                .filter(rule -> rule.getKey().endsWith(end))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static void assertExist(List<String> expressions) throws IOException {
        Set<String> page = pageNames().collect(Collectors.toSet());
        for (String expression : expressions) {
            assertThat(USED.matcher(expression).results().map(MatchResult::group))
                    .as(expression)
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(page).contains(name.replaceAll("_bucket$", "")));
        }
    }

    /** The labels of the series, without those that Prometheus adds to a histogram. */
    private static Map<String, Set<String>> labelsTold(String told) {
        return SERIES.matcher(told)
                .results()
                .filter(series -> series.group(1).startsWith("jinbo_"))
                .collect(Collectors.toMap(
                        series -> family(series.group(1)),
                        series -> labels(Optional.ofNullable(series.group(2)).orElse("")),
                        (some, more) ->
                                Stream.concat(some.stream(), more.stream()).collect(Collectors.toSet())));
    }

    private static Map<String, Set<String>> labelsInTable(String told) throws IOException {
        Set<String> names = labelsTold(told).keySet();
        return table().entrySet().stream()
                .filter(row -> names.contains(row.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        row -> Arrays.stream(row.getValue()
                                        .replaceAll("^\\w+ \\[|]$", "")
                                        .split(", "))
                                .filter(label -> !label.isEmpty())
                                .collect(Collectors.toSet())));
    }

    private static String family(String series) {
        return series.replaceAll("_(bucket|count|sum)$", "");
    }

    private static Set<String> labels(String text) {
        return Pattern.compile("(\\w+)=\"")
                .matcher(text)
                .results()
                .map(label -> label.group(1))
                .filter(label -> !label.equals("le"))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> table() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        ROW.matcher(page())
                .results()
                .forEach(row -> rows.put(
                        row.group(1),
                        row.group(2) + " "
                                + Arrays.stream(row.group(3)
                                                .replace("`", "")
                                                .strip()
                                                .split(", "))
                                        .filter(label -> !label.isEmpty())
                                        .toList()));
        return rows;
    }

    private static Stream<String> pageNames() throws IOException {
        return Pattern.compile("`((?:jinbo|jvm|process|system)_\\w+)`")
                .matcher(page())
                .results()
                .map(name -> name.group(1));
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("docs/operators/metrics.md"));
    }
}
