package jinbo.operator.console;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A value for each of some days, drawn as bars.
 *
 * @param key by which pages name it
 * @param most the highest value
 * @param width of the drawing
 * @param bars one a day
 */
public record Chart(String key, String most, int width, List<Bar> bars) {

    /** How high the highest bar is drawn; the page draws the line below it there. */
    static final int HEIGHT = 100;

    private static final int STEP = 20;

    /**
     * A day.
     *
     * @param day which
     * @param value of it
     * @param x left end of its bar
     * @param y upper end
     * @param height of the bar
     */
    public record Bar(String day, String value, int x, long y, long height) {}

    static Chart of(String key, LocalDate from, int days, Map<LocalDate, Long> values) {
        long most = values.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return new Chart(
                key,
                PageFormat.count(most),
                days * STEP,
                IntStream.range(0, days)
                        .mapToObj(day -> bar(from.plusDays(day), day, values, most))
                        .toList());
    }

    private static Bar bar(LocalDate day, int number, Map<LocalDate, Long> values, long most) {
        long value = values.getOrDefault(day, 0L);
        long height = most == 0 ? 0 : Math.max(value == 0 ? 0 : 1, HEIGHT * value / most);
        return new Bar(day.toString(), PageFormat.count(value), number * STEP, HEIGHT - height, height);
    }
}
