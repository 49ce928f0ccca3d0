package jinbo.consumer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The public report about registrations and complaints.
 *
 * @param rows newest month first; of each month its total, then insurers
 * @param checkpoint a signed head of the access log
 */
public record SupervisionReport(List<Row> rows, String checkpoint, String logKey) {

    public SupervisionReport {
        rows = List.copyOf(rows);
    }

    /** Returns the months from the first one with data on, newest first; at least the newest. */
    public List<Month> months() {
        List<Month> months = rows.stream()
                .collect(Collectors.groupingBy(Row::month, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(ofMonth -> new Month(ofMonth.get(0), ofMonth.subList(1, ofMonth.size())))
                .toList();
        long empty = 0;
        for (Month month : months) {
            empty = month.isEmpty() ? empty + 1 : 0;
        }
        return months.stream().limit(Math.max(1, months.size() - empty)).toList();
    }

    /** The counts of a month and of each insurer in it. */
    public record Month(Row total, List<Row> insurers) {

        public Month {
            insurers = List.copyOf(insurers);
        }

        boolean isEmpty() {
            return List.of(total.registered(), complaints(), upheld()).equals(List.of("0", "0", "0"));
        }

        public String complaints() {
            return sum(Row::complaints);
        }

        public String upheld() {
            return sum(Row::upheld);
        }

        /** Adds the counts of the insurers. If some are hidden, the sum is a range, so that nobody can compute them. */
        private String sum(Function<Row, String> column) {
            List<String> counts = insurers.stream().map(column).toList();
            long hidden = counts.stream().filter(count -> count.startsWith("<")).count();
            long known = counts.stream()
                    .filter(count -> !count.startsWith("<"))
                    .mapToLong(Long::parseLong)
                    .sum();
            return hidden == 0 ? Long.toString(known) : (known + hidden) + "–" + (known + 4 * hidden);
        }
    }

    /**
     * Counts as displayed: {@code <5} means 1 to 4.
     *
     * @param insurer the code; empty in the row of the month
     * @param registered how many numbers were registered
     * @param workdays median time to the insurer's answer; a dash for fewer than five answers
     */
    public record Row(
            String month,
            String insurer,
            String name,
            String registered,
            String complaints,
            String upheld,
            String workdays) {}
}
