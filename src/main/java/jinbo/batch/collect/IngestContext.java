package jinbo.batch.collect;

import java.time.Instant;
import java.util.Optional;
import jinbo.accesslog.AccessPermit;
import jinbo.participant.insurer.Insurer;
import jinbo.registry.inbound.HeldDecision;
import jinbo.registry.inbound.InboundFile;

/**
 * A file that is ingested, and by whose decision.
 *
 * @param file the file, with a valid name
 * @param release an operator's decision to ingest it though it was held
 */
record IngestContext(AccessPermit permit, InboundFile file, Insurer insurer, Optional<HeldDecision> release) {

    /** When its registrations are registered: at its receipt, or at its release. */
    Instant registeredAt() {
        return release.map(HeldDecision::at).orElse(file.receivedAt());
    }
}
