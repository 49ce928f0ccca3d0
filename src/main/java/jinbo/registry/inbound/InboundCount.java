package jinbo.registry.inbound;

import java.time.Instant;
import java.util.Optional;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.participant.insurer.InsurerCode;

/**
 * The files of an insurer that have come to the same verdict, counted.
 *
 * @param verdict what became of them; empty if that is not decided
 * @param lastUploadAt when the newest upload of complaints among them came, if there is one
 */
public record InboundCount(
        InsurerCode insurer,
        Optional<ReceiptStatus> verdict,
        long files,
        long accepted,
        long refused,
        Optional<Instant> lastUploadAt) {}
