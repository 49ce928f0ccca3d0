package jinbo.partner;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import jinbo.exchange.format.OutcomeReader;
import jinbo.partner.VerificationResult.Genuine;

/** Opens an outcome: what the association found in an upload, row by row. */
public final class OpenOutcome {

    private final OpenDeliveredFile opener;

    public OpenOutcome(Partner partner) {
        this.opener = new OpenDeliveredFile(partner);
    }

    /**
     * Opens an outcome of the inbox, twice: once to verify it, and only then for its rows, so that no row of a forged file is
     * ever handed over and none has to be kept in memory.
     *
     * @param file the sealed outcome under the name of its delivery
     * @param receivedAt when it was fetched; the signature may be 30 days older
     * @param rows gets each row of a genuine outcome
     * @return how many rows there are
     * @throws IOException if the file cannot be read
     */
    public VerificationResult<Long> open(Path file, Instant receivedAt, Consumer<OutcomeReader.Row> rows)
            throws IOException {
        VerificationResult<Long> verified =
                opener.open(file, receivedAt, clear -> OutcomeReader.read(clear, row -> {}));
        return verified instanceof Genuine<Long>
                ? opener.open(file, receivedAt, clear -> OutcomeReader.read(clear, rows))
                : verified;
    }
}
