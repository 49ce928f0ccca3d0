package jinbo.operator.audit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jinbo.accesslog.verifier.VerificationOutcome;
import jinbo.accesslog.verifier.VerifyLog;
import jinbo.accesslog.verifier.VerifyProof;
import jinbo.operator.FileTask;
import jinbo.operator.FileTaskContext;
import jinbo.operator.UsageError;
import jinbo.participant.operation.InvalidOperationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code audit verify}: whether an export of the access log is whole, from files alone. */
@Command(name = "verify")
final class VerifyAuditTrail implements FileTask {

    private static final long MOST_MINUTES = 525_600;

    @Option(names = "--key", paramLabel = "FILE", required = true)
    private Path key = Path.of("");

    @Option(names = "--export", paramLabel = "DIR")
    private Optional<Path> export = Optional.empty();

    @Option(names = "--checkpoint", paramLabel = "FILE")
    private List<Path> checkpoints = new ArrayList<>();

    @Option(names = "--manifest", paramLabel = "FILE")
    private List<Path> manifests = new ArrayList<>();

    @Option(names = "--tolerance", paramLabel = "MINUTES", defaultValue = "10")
    private long tolerance = VerifyLog.USUAL_TOLERANCE.toMinutes();

    @Option(names = "--proof", paramLabel = "FILE")
    private Optional<Path> proof = Optional.empty();

    @Option(names = "--entry", paramLabel = "FILE")
    private Optional<Path> entry = Optional.empty();

    @Override
    public void check() {
        boolean keptIsGiven = !checkpoints.isEmpty() || !manifests.isEmpty();
        if (export.isPresent() == proof.isPresent()
                || proof.isPresent() && keptIsGiven
                || entry.isPresent() && proof.isEmpty()) {
            throw new InvalidOperationException(UsageError.EXPORT_OR_PROOF);
        }
        if (tolerance < 0 || tolerance > MOST_MINUTES) {
            throw new InvalidOperationException(
                    UsageError.TOLERANCE, String.format(Locale.ENGLISH, "%,d", MOST_MINUTES));
        }
    }

    @Override
    public Object answer(FileTaskContext context) {
        VerificationOutcome verificationOutcome = proof.isPresent()
                ? new VerifyProof().verify(key, proof.get(), entry)
                : new VerifyLog(
                                Duration.ofMinutes(tolerance),
                                (done, total) -> context.progress().at("audit verify", done, total))
                        .verify(key, export.orElseThrow(), checkpoints, manifests);
        return LogVerified.of(verificationOutcome, context.locale());
    }
}
