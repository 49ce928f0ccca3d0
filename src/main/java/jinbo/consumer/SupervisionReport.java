package jinbo.consumer;

import java.util.List;

/**
 * The public report: monthly counts that identify nobody, and the head of the access log.
 *
 * @param rows newest month first; in a month its total, then insurers
 * @param checkpoint signed head of the access log
 * @param logKey public key of the checkpoint
 */
public record SupervisionReport(List<Row> rows, String checkpoint, String logKey) {

    public SupervisionReport {
        rows = List.copyOf(rows);
    }

    /**
     * Counts as displayed: {@code <5} means 1 to 4, and an empty text does not apply to the row.
     *
     * @param month for example {@code 2026-11}
     * @param insurer code; empty in the row of the month
     * @param registered count of numbers with registrations
     * @param workdays median from the question to the insurer's answer; a dash if there are fewer than five
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
