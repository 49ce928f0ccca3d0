package jinbo.registry.inbound;

import java.time.Instant;
import java.util.Optional;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.participant.insurer.InsurerCode;

/**
 * The files of an insurer that have come to the same verdict, counted.
 *
 * @param insurer whose
 * @param verdict what became of them; empty if that is not decided
 * @param files how many
 * @param accepted how many of their rows were accepted
 * @param refused how many were not
 * @param lastUploadAt when the newest upload of complaints among them came, if there is one
 */
public record InboundCount(
        InsurerCode insurer,
        Optional<ReceiptStatus> verdict,
        long files,
        long accepted,
        long refused,
        Optional<Instant> lastUploadAt) {}
