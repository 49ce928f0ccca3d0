package jinbo.operator.partner;

import java.time.Instant;
import java.util.Optional;
import jinbo.operator.UsageError;
import jinbo.participant.operation.InvalidOperationException;
import jinbo.participant.operation.Moment;
import jinbo.participant.operation.Reason;
import picocli.CommandLine.Option;

/** The options of a revocation: since when it counts no longer, or that somebody else has it, and why. */
final class RevocationOptions {

    @Option(names = "--from", paramLabel = "TIME")
    private Optional<Moment> from = Optional.empty();

    @Option(names = "--compromised")
    private boolean compromised;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, descriptionKey = "why")
    private String reason = "";

    /** @throws InvalidOperationException if a compromised key is to count for a while */
    void check() {
        if (compromised && from.isPresent()) {
            throw new InvalidOperationException(UsageError.COMPROMISED_FROM);
        }
    }

    Optional<Instant> from() {
        return from.map(Moment::begin);
    }

    boolean compromised() {
        return compromised;
    }

    /** @throws jinbo.batch.BatchException if it is empty, too long, or holds a number */
    String reason() {
        return new Reason(reason).text();
    }
}
