package jinbo.consumer;

import java.util.List;

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
            String workdays) {

        public boolean isOfMonth() {
            return insurer.isEmpty();
        }
    }
}
