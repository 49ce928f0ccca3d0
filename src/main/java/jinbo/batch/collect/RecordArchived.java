package jinbo.batch.collect;

import java.time.Clock;
import jinbo.batch.Fence;
import jinbo.batch.recovery.ScanForUnrecordedFiles.ArchivedInboundFile;
import jinbo.registry.inbound.Answers;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.stereotype.Component;

/**
 * Records of a file that it lies in {@code archive/}, where its record does not say so. Then its answers have been delivered,
 * too: nothing is archived before. Their bytes may be gone from spool and drop alike, and nobody misses them.
 */
@Component
record RecordArchived(InboundFiles inbound, Answers answers, Fence fence, Clock clock) {

    void record(ArchivedInboundFile found) {
        fence.record(() -> write(found));
    }

    private void write(ArchivedInboundFile found) {
        InboundFile file = found.file();
        if (!file.archived()) {
            answers.undelivered(file.id(), file.verdictCount())
                    .forEach(answer -> answers.delivered(answer, clock.instant()));
        }
        inbound.archived(file.id(), found.archivedAs());
    }
}
