package jinbo.job.collect;

import java.time.Clock;
import jinbo.inbound.Answers;
import jinbo.inbound.InboundFile;
import jinbo.inbound.InboundFiles;
import jinbo.job.Fence;
import jinbo.job.lost.InArchive;
import org.springframework.stereotype.Component;

/**
 * Records of a file that it lies in {@code archive/}, where its record does not say so. Then its answers have been delivered,
 * too: nothing is archived before. Their bytes may be gone from spool and drop alike, and nobody misses them.
 */
@Component
class RecordArchived {

    private final InboundFiles inbound;
    private final Answers answers;
    private final Fence fence;
    private final Clock clock;

    RecordArchived(InboundFiles inbound, Answers answers, Fence fence, Clock clock) {
        this.inbound = inbound;
        this.answers = answers;
        this.fence = fence;
        this.clock = clock;
    }

    void record(InArchive found) {
        fence.record(() -> write(found));
    }

    private void write(InArchive found) {
        InboundFile file = found.file();
        if (!file.archived()) {
            answers.undelivered(file.id(), file.answersJudged())
                    .forEach(answer -> answers.delivered(answer, clock.instant()));
        }
        inbound.archived(file.id(), found.archivedAs());
    }
}
