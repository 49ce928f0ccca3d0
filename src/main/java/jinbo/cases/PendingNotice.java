package jinbo.cases;

import java.util.OptionalLong;
import jinbo.exchange.format.CaseNotice;

/**
 * A notice that an insurer gets in its next file, and what it is about in the tables.
 *
 * @param notice as the file has it
 * @param callCase the case, if it is about one
 * @param decision the decision, if it tells one
 * @param measure the measure, if it is about one
 */
public record PendingNotice(CaseNotice notice, OptionalLong callCase, OptionalLong decision, OptionalLong measure) {

    /** That a measure begins or ends. */
    public static PendingNotice ofMeasure(CaseNotice.Sanction notice, long measure) {
        return new PendingNotice(notice, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.of(measure));
    }

    static PendingNotice asking(CaseNotice.Complaint notice, CaseRows.Stored stored) {
        return new PendingNotice(notice, OptionalLong.of(stored.id()), OptionalLong.empty(), OptionalLong.empty());
    }

    static PendingNotice ofDecision(CaseNotice.Decision notice, long callCase, long decision) {
        return new PendingNotice(notice, OptionalLong.of(callCase), OptionalLong.of(decision), OptionalLong.empty());
    }
}
