package jinbo.cases;

import java.util.OptionalLong;
import jinbo.exchange.format.CaseNotice;

/** A notice for an insurer's next file, with the id of the case, decision or sanction that it is about. */
public record PendingNotice(CaseNotice notice, OptionalLong callCase, OptionalLong decision, OptionalLong sanction) {

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
