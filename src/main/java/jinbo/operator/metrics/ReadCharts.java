package jinbo.operator.metrics;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the values of charts from the database. */
@Component
public record ReadCharts(JdbcClient jdbc, Clock clock) {

    private static final int DAYS_IN_WEEKS = 365;

    /** @param days all days of the period or, with a step of 7, the Mondays of its weeks */
    public record Table(Chart chart, List<LocalDate> days, int step, Map<String, Map<LocalDate, Double>> values) {

        /** The names of the series: the fixed ones in their order, or else those that occur. */
        public List<String> series() {
            return chart.series().isEmpty() ? List.copyOf(values.keySet()) : chart.series();
        }

        /** The value of a series on a day. Without value, a count is 0, but a measurement is missing. */
        public Optional<Double> value(String name, LocalDate day) {
            return Optional.ofNullable(values.getOrDefault(name, Map.of()).get(day))
                    .or(() -> chart.kind() == Chart.Kind.BARS ? Optional.of(0.0) : Optional.empty());
        }
    }

    /** @param days the length of the period, including today; a year is read in weeks */
    public Table read(Chart chart, int days, Optional<InsurerCode> insurer) {
        LocalDate today = BusinessTime.today(clock);
        int step = days < DAYS_IN_WEEKS ? 1 : 7;
        LocalDate last = step == 1 ? today : monday(today);
        LocalDate first = step == 1 ? today.minusDays(days - 1L) : monday(today.minusDays(days - 1L));
        return new Table(
                chart,
                Stream.iterate(first, day -> !day.isAfter(last), day -> day.plusDays(step))
                        .toList(),
                step,
                read(chart, first, step == 1 ? "day" : "week", insurer));
    }

    /** For registrations since a day, the hours until the last insurer has applied them, by series. */
    Map<String, Map<LocalDate, Double>> applied(LocalDate since) {
        return read(Chart.APPLIED, since, "all", Optional.empty());
    }

    private Map<String, Map<LocalDate, Double>> read(
            Chart chart, LocalDate first, String step, Optional<InsurerCode> insurer) {
        Map<String, Map<LocalDate, Double>> series = new TreeMap<>();
        jdbc.sql(chart.sql())
                .param("from", first.atStartOfDay(BusinessTime.ZONE).toOffsetDateTime())
                .param("day", first)
                .param("step", step)
                .param("zone", BusinessTime.ZONE.getId())
                .param("insurer", insurer.map(InsurerCode::value).orElse(null))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(row -> {
                    double value = row.getDouble("value");
                    if (!row.wasNull()) {
                        series.computeIfAbsent(row.getString("series"), name -> new TreeMap<>())
                                .put(row.getObject("bucket", LocalDate.class), value);
                    }
                });
        return series;
    }

    private static LocalDate monday(LocalDate day) {
        return day.minusDays(day.getDayOfWeek().getValue() - 1L);
    }
}
