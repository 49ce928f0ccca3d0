package jinbo.batch.collect;

import java.time.Instant;
import java.util.Optional;
import jinbo.accesslog.AccessPermit;
import jinbo.exchange.format.FileKind;
import jinbo.participant.insurer.Insurer;
import jinbo.registry.inbound.HeldDecision;
import jinbo.registry.inbound.InboundFile;

interface FileIngester {

    FileKind kind();

    /**
     * Ingests a file in the caller's transaction. A refused or held file leaves nothing but the {@link IngestResult}.
     */
    IngestResult ingest(IngestContext ingestContext);

    /** @param release an operator's decision to ingest a held file */
    record IngestContext(AccessPermit permit, InboundFile file, Insurer insurer, Optional<HeldDecision> release) {

        /** The time of receipt or release, at which the registrations are registered. */
        Instant registeredAt() {
            return release.map(HeldDecision::at).orElse(file.receivedAt());
        }
    }
}
