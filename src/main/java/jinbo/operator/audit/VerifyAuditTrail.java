package jinbo.operator.audit;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jinbo.accesslog.verifier.VerificationOutcome;
import jinbo.accesslog.verifier.VerificationOutcome.Broken;
import jinbo.accesslog.verifier.VerificationOutcome.NotConsistent;
import jinbo.accesslog.verifier.VerificationOutcome.Sound;
import jinbo.accesslog.verifier.VerificationOutcome.Unsound;
import jinbo.accesslog.verifier.VerificationOutcome.Whole;
import jinbo.accesslog.verifier.VerifyLog;
import jinbo.accesslog.verifier.VerifyProof;
import jinbo.operator.FileTask;
import jinbo.operator.FileTaskContext;
import jinbo.operator.UsageError;
import jinbo.participant.operation.Incomplete;
import jinbo.participant.operation.InvalidOperationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code audit verify}: verifies an export of the access log, or a proof of one entry, offline, from files only. */
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
        boolean keptFilesAreGiven = !checkpoints.isEmpty() || !manifests.isEmpty();
        if (export.isPresent() == proof.isPresent()
                || proof.isPresent() && keptFilesAreGiven
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

    /**
     * @param whole true if nothing is wrong: for {@code WHOLE} and {@code INCLUDED}
     * @param outcome {@code WHOLE} for an export, {@code INCLUDED} for a proof, or else {@code BROKEN}, {@code
     *     NOT_CONSISTENT} or {@code UNREADABLE}
     * @param firstWrongFrom the first wrong entry has this index or a higher one
     * @param firstWrongTo the first wrong entry has this index or a lower one
     * @param openAccesses how many accesses have begun and have no result
     * @param open the first of these accesses
     */
    record LogVerified(
            boolean whole,
            String outcome,
            String sentence,
            Optional<String> fault,
            Optional<String> file,
            Optional<Long> firstWrongFrom,
            Optional<Long> firstWrongTo,
            Optional<String> origin,
            Optional<Long> size,
            Optional<String> root,
            Optional<Long> openAccesses,
            List<OpenAccess> open)
            implements Incomplete {

        record OpenAccess(
                long index,
                Instant at,
                String actor,
                String action,
                Optional<String> insurer,
                Optional<String> object) {}

        static LogVerified of(VerificationOutcome outcome, Locale locale) {
            Optional<Whole> whole = as(Whole.class, outcome);
            Optional<Sound> sound = as(Sound.class, outcome);
            Optional<Broken> broken = as(Broken.class, outcome);
            Optional<Unsound> unsound = as(Unsound.class, outcome);
            return new LogVerified(
                    outcome.isWhole(),
                    code(outcome),
                    outcome.sentence(locale),
                    unsound.map(any -> any.finding().fault().name()),
                    unsound.map(Unsound::file),
                    broken.map(Broken::from),
                    broken.map(Broken::to),
                    sound.map(Sound::origin),
                    sound.map(Sound::size),
                    whole.map(any -> any.root().toString()),
                    whole.map(Whole::open),
                    whole.map(Whole::firstOpen).orElse(List.of()).stream()
                            .map(LogVerified::open)
                            .toList());
        }

        private static <T> Optional<T> as(Class<T> type, VerificationOutcome outcome) {
            return Optional.of(outcome).filter(type::isInstance).map(type::cast);
        }

        private static String code(VerificationOutcome outcome) {
            if (outcome instanceof Sound) {
                return outcome instanceof Whole ? "WHOLE" : "INCLUDED";
            }
            return outcome instanceof Broken
                    ? "BROKEN"
                    : outcome instanceof NotConsistent ? "NOT_CONSISTENT" : "UNREADABLE";
        }

        @Override
        public boolean complete() {
            return whole;
        }

        private static OpenAccess open(jinbo.accesslog.verifier.OpenAccess access) {
            return new OpenAccess(
                    access.index(), access.at(), access.actor(), access.action(), access.insurer(), access.object());
        }
    }
}
