package jinbo.batch.settle;

import java.util.List;
import java.util.stream.Stream;
import jinbo.batch.Remark;
import jinbo.cases.CaseFile;
import jinbo.participant.insurer.Insurer;

/**
 * What a run of {@code settle-cases} did.
 *
 * @param delivered the files that lie on their drops
 * @param closed how many cases were closed
 * @param ended how many sanctions ended
 * @param proposed how many sanctions were proposed, for people to decide
 * @param withheld insurers whose cases wait, and why
 * @param problems what could not be told
 */
public record SettleReport(
        List<CaseFile> delivered, int closed, int ended, int proposed, List<Remark> withheld, List<Remark> problems) {

    static final SettleReport NOTHING = new SettleReport(List.of(), 0, 0, 0, List.of(), List.of());

    public SettleReport {
        delivered = List.copyOf(delivered);
        withheld = List.copyOf(withheld);
        problems = List.copyOf(problems);
    }

    static SettleReport of(List<CaseFile> delivered) {
        return new SettleReport(delivered, 0, 0, 0, List.of(), List.of());
    }

    static SettleReport withheld(Insurer insurer, String why) {
        return new SettleReport(List.of(), 0, 0, 0, List.of(new Remark(insurer.code(), why)), List.of());
    }

    static SettleReport problem(Insurer insurer, String what) {
        return new SettleReport(List.of(), 0, 0, 0, List.of(), List.of(new Remark(insurer.code(), what)));
    }

    static SettleReport settled(int closed, int ended, int proposed) {
        return new SettleReport(List.of(), closed, ended, proposed, List.of(), List.of());
    }

    /** This report and another one after it. */
    SettleReport and(SettleReport other) {
        return new SettleReport(
                Stream.concat(delivered.stream(), other.delivered.stream()).toList(),
                closed + other.closed,
                ended + other.ended,
                proposed + other.proposed,
                Stream.concat(withheld.stream(), other.withheld.stream()).toList(),
                Stream.concat(problems.stream(), other.problems.stream()).toList());
    }
}
