package jinbo.batch.publish;

import java.util.List;
import java.util.Optional;
import jinbo.batch.publish.OpenPublications.OpenPublication;
import jinbo.batch.reconciliation.RuleResult;
import jinbo.batch.recovery.ScanAllInsurers;
import jinbo.participant.insurer.Insurer;

/** The state of a run in the memory of its process; other nodes get a {@link PublishBlockListsJob.PublishOrder}. */
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

    /** Returns why nothing is published; empty before the scan, or if lists are published. */
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

    boolean wasOpened() {
        return opened;
    }

    /** Hands the view over to the caller, which must close it. */
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
