package jinbo.job.collect;

import java.time.LocalDate;
import jinbo.exchange.Finding;
import jinbo.exchange.FindingCode;
import jinbo.exchange.Tally;

/** What opening and judging an upload came to, before it is recorded. */
sealed interface TakenIn {

    /**
     * Its accepted rows are acts.
     *
     * @param tally the counts
     * @param effectiveOn first day of the new blocks
     * @param contentMac keyed hash of the clear content
     */
    record Merged(Tally tally, LocalDate effectiveOn, byte[] contentMac) implements TakenIn {}

    /**
     * Its rows were read and wait for an operator; none is an act.
     *
     * @param tally the counts, as judged
     * @param because why it is held
     * @param contentMac keyed hash of the clear content
     */
    record Held(Tally tally, FindingCode because, byte[] contentMac) implements TakenIn {}

    /**
     * Nothing of it is kept.
     *
     * @param finding why, and where
     * @param operatorDetail for operators only
     */
    record Refused(Finding finding, String operatorDetail) implements TakenIn {}
}
