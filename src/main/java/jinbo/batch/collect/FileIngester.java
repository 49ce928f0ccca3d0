package jinbo.batch.collect;

import java.time.Instant;
import java.util.Optional;
import jinbo.accesslog.AccessPermit;
import jinbo.exchange.format.FileKind;
import jinbo.participant.insurer.Insurer;
import jinbo.registry.inbound.HeldDecision;
import jinbo.registry.inbound.InboundFile;

/** Ingests uploads of some kinds: opens, validates and merges them. */
interface FileIngester {

    boolean ingests(FileKind kind);

    /** Ingests an upload in the caller's transaction. Of a refused or held one, nothing remains but the result. */
    IngestResult ingest(IngestContext ingestContext);

    /** An upload and its access; {@code release} is the operators' decision to ingest it although it was held. */
    record IngestContext(AccessPermit permit, InboundFile file, Insurer insurer, Optional<HeldDecision> release) {

        /** Returns the time at which the registrations count as registered: that of the receipt, or of the release. */
        Instant registeredAt() {
            return release.map(HeldDecision::at).orElse(file.receivedAt());
        }
    }
}
