package jinbo.batch.publish;

import java.util.List;
import java.util.stream.Stream;
import jinbo.batch.Remark;
import jinbo.participant.insurer.Insurer;
import jinbo.registry.blocklist.SealedList;

/**
 * What a run of {@code publish-block-lists} did.
 *
 * @param delivered the lists that lie on their drops with their manifests
 * @param withheld insurers that get none, and why
 * @param problems lists that could not be delivered
 */
public record PublishReport(List<SealedList> delivered, List<Remark> withheld, List<Remark> problems) {

    public PublishReport {
        delivered = List.copyOf(delivered);
        withheld = List.copyOf(withheld);
        problems = List.copyOf(problems);
    }

    /** Of lists that were delivered, without a problem. */
    static PublishReport of(List<SealedList> delivered) {
        return new PublishReport(delivered, List.of(), List.of());
    }

    /** Of an insurer that gets none. */
    static PublishReport withheld(Insurer insurer, String why) {
        return new PublishReport(List.of(), List.of(new Remark(insurer.code(), why)), List.of());
    }

    /** Of an insurer that could not be worked for. */
    static PublishReport problem(Insurer insurer, String what) {
        return of(List.of()).and(new Remark(insurer.code(), what));
    }

    /** Of all insurers, in their order. */
    static PublishReport merged(List<PublishReport> reports) {
        return new PublishReport(
                reports.stream().flatMap(report -> report.delivered().stream()).toList(),
                reports.stream().flatMap(report -> report.withheld().stream()).toList(),
                reports.stream().flatMap(report -> report.problems().stream()).toList());
    }

    /** The same with one more problem. */
    PublishReport and(Remark problem) {
        return new PublishReport(
                delivered,
                withheld,
                Stream.concat(problems.stream(), Stream.of(problem)).toList());
    }

    /** Whether every list that is due is delivered. */
    public boolean everythingDelivered() {
        return problems.isEmpty();
    }
}
