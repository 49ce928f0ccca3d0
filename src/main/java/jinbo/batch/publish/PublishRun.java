package jinbo.batch.publish;

import java.util.List;
import java.util.Optional;
import jinbo.batch.reconciliation.RuleResult;
import jinbo.batch.recovery.ScanAllInsurers;
import jinbo.participant.insurer.Insurer;

/**
 * What the steps of one run of {@code publish-block-lists} hold in the memory of the process that runs the job. What other nodes need is in
 * the execution context of the job: {@link PublishOrder}.
 */
final class PublishRun {

    private final List<Insurer> insurers;
    private final PublishOptions options;
    private Optional<ScanAllInsurers.Result> scan = Optional.empty();
    private Optional<OpenPublication> open = Optional.empty();
    private boolean opened;
    private List<RuleResult> differences = List.of();

    PublishRun(List<Insurer> insurers, PublishOptions options) {
        this.insurers = List.copyOf(insurers);
        this.options = options;
    }

    List<Insurer> insurers() {
        return insurers;
    }

    PublishOptions options() {
        return options;
    }

    void scanned(ScanAllInsurers.Result result) {
        scan = Optional.of(result);
    }

    ScanAllInsurers.Result scan() {
        return scan.orElseThrow();
    }

    /** Why nothing is published for anybody; empty if lists are, or if that is not known yet. */
    Optional<String> stopped() {
        return scan.flatMap(ScanAllInsurers.Result::publishingStopped);
    }

    void opened(OpenPublication view) {
        open = Optional.of(view);
        opened = true;
    }

    OpenPublication open() {
        return open.orElseThrow();
    }

    /** Whether it has come so far that insurers were worked for. */
    boolean wasOpened() {
        return opened;
    }

    /** The view, which whoever takes it closes. */
    Optional<OpenPublication> takeOpen() {
        Optional<OpenPublication> view = open;
        open = Optional.empty();
        return view;
    }

    void verified(List<RuleResult> broken) {
        differences = List.copyOf(broken);
    }

    List<RuleResult> differences() {
        return differences;
    }
}
