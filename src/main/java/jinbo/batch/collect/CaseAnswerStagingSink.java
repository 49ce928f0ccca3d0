package jinbo.batch.collect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jinbo.batch.validation.CaseAnswerRow;
import jinbo.batch.validation.RowSink;
import jinbo.cases.SubmittedAnswer;
import jinbo.exchange.format.Finding;
import jinbo.registry.inbound.FindingWriter;
import jinbo.registry.inbound.InboundFile;

/** Keeps the answers of a file in memory, which are few and short, and what is found in its rows. */
final class CaseAnswerStagingSink implements RowSink<CaseAnswerRow> {

    private final InboundFile file;
    private final List<SubmittedAnswer> answers = new ArrayList<>();
    private final List<Finding> found = new ArrayList<>();

    CaseAnswerStagingSink(InboundFile file) {
        this.file = file;
    }

    @Override
    public void accepted(CaseAnswerRow row) {
        answers.add(new SubmittedAnswer(
                row.number(),
                file.insurer(),
                file.receivedAt(),
                row.content(),
                row.words(),
                row.unit(),
                row.salesperson(),
                file.id(),
                row.line()));
    }

    @Override
    public void found(Finding finding) {
        found.add(finding);
    }

    List<SubmittedAnswer> answers() {
        return answers;
    }

    /** Writes the findings, those of rows in vain too, in the order of the rows. */
    void writeFindings(IneffectiveRows inVain, FindingWriter findings) {
        Stream<Finding> late = answers.stream()
                .flatMap(answer -> inVain.reasonOf(answer.line()).stream()
                        .map(code -> CaseAnswerRow.refused(code, answer.line())));
        Stream.concat(late, found.stream())
                .sorted(Comparator.comparingInt(finding -> finding.line().orElse(0)))
                .forEach(findings::add);
        findings.flush();
    }
}
