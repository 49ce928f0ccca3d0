package jinbo.cases;

import java.util.OptionalLong;
import jinbo.exchange.format.CaseNotice;

/**
 * A notice that an insurer gets in its next file, and what it is about in the tables.
 *
 * @param notice as the file has it
 * @param callCase the case, if it is about one
 * @param decision the decision, if it tells one
 * @param sanction the sanction, if it is about one
 */
public record PendingNotice(CaseNotice notice, OptionalLong callCase, OptionalLong decision, OptionalLong sanction) {

    /** That a sanction begins or ends. */
    public static PendingNotice ofSanction(CaseNotice.Sanction notice, long sanction) {
        return new PendingNotice(notice, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.of(sanction));
    }

    static PendingNotice asking(CaseNotice.Complaint notice, CaseRows.Stored stored) {
        return new PendingNotice(notice, OptionalLong.of(stored.id()), OptionalLong.empty(), OptionalLong.empty());
    }

    static PendingNotice ofDecision(CaseNotice.Decision notice, long callCase, long decision) {
        return new PendingNotice(notice, OptionalLong.of(callCase), OptionalLong.of(decision), OptionalLong.empty());
    }
}
