package jinbo.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.cases.CallPurpose;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseState;
import jinbo.cases.CaseSummary;
import jinbo.insurer.InsurerCode;

/**
 * A case as a list shows it.
 *
 * @param number its number
 * @param insurer in whose name the call was, if the consumer knew
 * @param calledAt when the call was
 * @param purpose what for
 * @param openedAt when the consumer complained
 * @param state how it stands
 * @param since since when
 */
record CaseLine(
        CaseNumber number,
        Optional<InsurerCode> insurer,
        Instant calledAt,
        CallPurpose purpose,
        Instant openedAt,
        CaseState state,
        Instant since) {

    static CaseLine of(CaseSummary summary) {
        return new CaseLine(
                summary.number(),
                summary.insurer(),
                summary.calledAt(),
                summary.purpose(),
                summary.openedAt(),
                summary.state(),
                summary.since());
    }

    static void table(Page page, List<CaseLine> cases) {
        page.table(
                "case insurer called_at call_purpose state since",
                cases,
                line -> Page.cells(line.number, line.insurer, line.calledAt, line.purpose, line.state, line.since));
    }
}
