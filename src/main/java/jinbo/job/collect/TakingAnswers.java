package jinbo.job.collect;

import jinbo.accesslog.Actor;
import jinbo.cases.GivenAnswer;
import jinbo.cases.TakeAnswers;
import jinbo.cases.TakenAnswer;
import jinbo.exchange.Finding;
import jinbo.exchange.FindingCode;
import jinbo.inbound.FindingWriter;
import jinbo.inbound.InboundFile;
import jinbo.intake.CaseAnswerRow;
import jinbo.intake.RowSink;

/**
 * Gives each row to its case at once, behind the caller's savepoint, and what is found to the file's findings, in the order of the
 * rows.
 */
record TakingAnswers(TakeAnswers cases, InboundFile file, RowsInVain inVain, FindingWriter findings)
        implements RowSink<CaseAnswerRow> {

    @Override
    public void accepted(CaseAnswerRow row) {
        TakenAnswer taken = cases.take(given(row), Actor.batch());
        if (taken != TakenAnswer.RECORDED) {
            FindingCode code = codeOf(taken);
            inVain.add(code, row.line());
            findings.add(CaseAnswerRow.refused(code, row.line()));
        }
    }

    @Override
    public void found(Finding finding) {
        findings.add(finding);
    }

    private GivenAnswer given(CaseAnswerRow row) {
        return new GivenAnswer(
                row.number(),
                file.insurer(),
                file.receivedAt(),
                row.content(),
                row.words(),
                row.unit(),
                row.salesperson(),
                file.id(),
                row.line());
    }

    private static FindingCode codeOf(TakenAnswer taken) {
        return switch (taken) {
            case CASE_UNKNOWN -> FindingCode.CASE_UNKNOWN;
            case CASE_NOT_WAITING -> FindingCode.CASE_NOT_WAITING;
            case UNIT_NOT_REGISTERED -> FindingCode.UNIT_NOT_REGISTERED;
            case RECORDED -> throw new IllegalArgumentException("An answer that was taken has no finding");
        };
    }
}
