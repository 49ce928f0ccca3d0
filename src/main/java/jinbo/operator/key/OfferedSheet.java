package jinbo.operator.key;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.openpgp.CertificateReport;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.OfferedCertificates;

/**
 * A certificate that an insurer has sent and nobody has decided on.
 *
 * @param copy the number by which {@code --copy} names it
 * @param fingerprint of its primary key, in groups of four; what the insurer reads out must be the same
 * @param userIds what it calls itself; nothing proves that
 * @param refusedBefore that a copy of it was refused
 */
record OfferedSheet(
        long copy,
        InsurerCode insurer,
        String fingerprint,
        List<String> userIds,
        Instant receivedAt,
        Optional<Instant> expiresAt,
        List<CertificateReport.Finding> findings,
        Optional<OfferedCertificates.Refusal> refusedBefore) {}
