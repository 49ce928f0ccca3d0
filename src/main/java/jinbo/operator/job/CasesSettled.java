package jinbo.operator.job;

import java.time.Instant;
import java.util.List;
import jinbo.batch.Remark;
import jinbo.batch.settle.SettleReport;
import jinbo.cases.CaseFile;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.Incomplete;

/**
 * The answer of a run of {@code settle-cases}.
 *
 * @param job the job's name
 * @param files those that lie on their drops
 * @param closed how many cases were closed
 * @param ended how many sanctions ended
 * @param proposed how many sanctions were proposed, for people to decide
 * @param withheld insurers whose cases wait, and why
 * @param problems what could not be told
 */
public record CasesSettled(
        String job,
        List<Delivered> files,
        int closed,
        int ended,
        int proposed,
        List<Remark> withheld,
        List<Remark> problems)
        implements Incomplete {

    /** A file on its drop. */
    public record Delivered(InsurerCode insurer, String file, Instant sealedAt) {}

    static CasesSettled of(SettleReport report) {
        return new CasesSettled(
                JobName.SETTLE_CASES.toString(),
                report.delivered().stream().map(CasesSettled::delivered).toList(),
                report.closed(),
                report.ended(),
                report.proposed(),
                report.withheld(),
                report.problems());
    }

    @Override
    public boolean complete() {
        return problems.isEmpty();
    }

    private static Delivered delivered(CaseFile file) {
        return new Delivered(file.insurer(), file.name(), file.sealedAt());
    }
}
