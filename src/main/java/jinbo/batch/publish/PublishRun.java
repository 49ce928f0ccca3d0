package jinbo.batch.publish;

import java.util.List;
import java.util.Optional;
import jinbo.batch.PerInsurerExecutor;
import jinbo.batch.reconciliation.RuleResult;
import jinbo.batch.recovery.ScanAllInsurers;
import jinbo.participant.insurer.Insurer;
import jinbo.registry.blocklist.Publication;

/** What the steps of one run of {@code publish-block-lists} hold in memory. */
final class PublishRun {

    private final List<Insurer> insurers;
    private final PublishOptions options;
    private final CatchUpSnapshots catchUps;
    private final PerInsurerExecutor.Places sealing;
    private final PerInsurerExecutor.Places delivering;
    private Optional<ScanAllInsurers.Result> scan = Optional.empty();
    private Optional<OpenPublication> open = Optional.empty();
    private Optional<Publication> publication = Optional.empty();
    private List<RuleResult> differences = List.of();

    PublishRun(List<Insurer> insurers, PublishOptions options, PublishSettings settings, CatchUpSnapshots catchUps) {
        this.insurers = List.copyOf(insurers);
        this.options = options;
        this.catchUps = catchUps;
        this.sealing = new PerInsurerExecutor.Places(settings.insurersAtATime());
        this.delivering = new PerInsurerExecutor.Places(settings.deliveriesAtATime());
    }

    List<Insurer> insurers() {
        return insurers;
    }

    PublishOptions options() {
        return options;
    }

    CatchUpSnapshots catchUps() {
        return catchUps;
    }

    PerInsurerExecutor.Places sealing() {
        return sealing;
    }

    PerInsurerExecutor.Places delivering() {
        return delivering;
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
        publication = Optional.of(view.publication());
    }

    OpenPublication open() {
        return open.orElseThrow();
    }

    /** Whether it has come so far that insurers were worked for. */
    boolean wasOpened() {
        return publication.isPresent();
    }

    /** The view, which whoever takes it closes. */
    Optional<OpenPublication> takeOpen() {
        Optional<OpenPublication> view = open;
        open = Optional.empty();
        return view;
    }

    Publication publication() {
        return publication.orElseThrow();
    }

    void verified(List<RuleResult> broken) {
        differences = List.copyOf(broken);
    }

    List<RuleResult> differences() {
        return differences;
    }
}
