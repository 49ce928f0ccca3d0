package jinbo.operator.console;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jinbo.batch.schedule.LongestRuns;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.business.BusinessLines;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.blocklist.ListCounts;
import jinbo.registry.inbound.InboundCounts;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How much came and went on each of the last thirty days: files, rows, lists, and how long runs took. */
@ConsolePage
record ChartsPage(InboundCounts files, ListCounts counts, BusinessLines lines, LongestRuns runs, Clock clock) {

    private static final int DAYS = 30;

    @GetMapping("/charts")
    String show(Locale locale, Model model) {
        LocalDate today = BusinessTime.dateOf(clock.instant());
        LocalDate from = today.minusDays(DAYS - 1L);
        Map<LocalDate, InboundCounts.DailyCount> received =
                files.byDay(from).stream().collect(Collectors.toMap(InboundCounts.DailyCount::day, day -> day));
        Map<LocalDate, ListCounts.DailyCount> sealed =
                counts.byDay(from).stream().collect(Collectors.toMap(ListCounts.DailyCount::day, day -> day));
        List<Chart> charts = new ArrayList<>();
        charts.add(Chart.of("files", from, DAYS, valuesOf(received, InboundCounts.DailyCount::files)));
        charts.add(Chart.of("accepted", from, DAYS, valuesOf(received, InboundCounts.DailyCount::accepted)));
        charts.add(Chart.of("refused", from, DAYS, valuesOf(received, InboundCounts.DailyCount::refused)));
        charts.add(Chart.of("list-rows", from, DAYS, valuesOf(sealed, ListCounts.DailyCount::rows)));
        for (BusinessLine line : lines.all()) {
            Map<LocalDate, Long> most = valuesOf(sealed, day -> day.mostByLine().getOrDefault(line.code(), 0L));
            if (most.values().stream().anyMatch(numbers -> numbers > 0)) {
                charts.add(Chart.of("list-numbers", from, DAYS, most).about(line.nameIn(locale)));
            }
        }
        runs.byDay(from)
                .forEach((job, longest) ->
                        charts.add(Chart.of("run-" + job, from, DAYS, valuesOf(longest, Duration::toSeconds))));
        model.addAttribute("charts", charts);
        return "charts";
    }

    private static <T> Map<LocalDate, Long> valuesOf(Map<LocalDate, T> days, ToLongFunction<T> value) {
        return days.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, day -> value.applyAsLong(day.getValue())));
    }

    /**
     * A value for each of some days, drawn as bars.
     *
     * @param key by which pages name it
     * @param about the line of business that it is about; empty for all
     */
    public record Chart(String key, String about, String most, int width, List<Bar> bars) {

        /** How high the highest bar is drawn; the page draws the line below it there. */
        static final int HEIGHT = 100;

        private static final int STEP = 20;

        public record Bar(String day, String value, int x, long y, long height) {}

        static Chart of(String key, LocalDate from, int days, Map<LocalDate, Long> values) {
            long most =
                    values.values().stream().mapToLong(Long::longValue).max().orElse(0);
            return new Chart(
                    key,
                    "",
                    PageFormat.count(most),
                    days * STEP,
                    IntStream.range(0, days)
                            .mapToObj(day -> bar(from.plusDays(day), day, values, most))
                            .toList());
        }

        Chart about(String line) {
            return new Chart(key, line, most, width, bars);
        }

        private static Bar bar(LocalDate day, int number, Map<LocalDate, Long> values, long most) {
            long value = values.getOrDefault(day, 0L);
            long height = most == 0 ? 0 : Math.max(value == 0 ? 0 : 1, HEIGHT * value / most);
            return new Bar(day.toString(), PageFormat.count(value), number * STEP, HEIGHT - height, height);
        }
    }
}
