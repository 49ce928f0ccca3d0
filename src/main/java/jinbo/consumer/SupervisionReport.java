package jinbo.consumer;

import java.util.List;

/**
 * What the public is shown for the supervision: counts by month, in which nobody can be found, and the head of the access log.
 *
 * @param rows the newest month first, in it first the row of the month and then those of insurers
 * @param checkpoint the signed head of the access log
 * @param logKey the public key that it is checked with
 */
public record SupervisionReport(List<Row> rows, String checkpoint, String logKey) {

    public SupervisionReport {
        rows = List.copyOf(rows);
    }

    /**
     * Counts as they are shown: {@code <5} stands for 1 to 4, nothing where the column does not belong to the row.
     *
     * @param month as {@code 2026-11}
     * @param insurer its code; empty in the row of the month
     * @param registered how many numbers consumers registered
     * @param workdays the median from the question to the insurer's answer; a dash if there were fewer than five
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
