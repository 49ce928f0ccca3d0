package jinbo.job.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import jinbo.blocklist.BlockLists;
import jinbo.blocklist.SealedList;
import jinbo.exchange.BlockListName;
import jinbo.insurer.InsurerCode;
import jinbo.job.Drops;
import jinbo.job.Progress;
import jinbo.job.Spool;
import jinbo.job.SpoolException;
import org.springframework.stereotype.Component;

/** The other two steps: puts the list on the drop, and after it the manifest. */
@Component
class DeliverBlockList {

    private final BlockLists lists;
    private final Drops drops;
    private final Spool spool;
    private final Progress progress;
    private final Clock clock;

    DeliverBlockList(BlockLists lists, Drops drops, Spool spool, Progress progress, Clock clock) {
        this.lists = lists;
        this.drops = drops;
        this.spool = spool;
        this.progress = progress;
        this.clock = clock;
    }

    void deliverList(InsurerCode insurer, int sequence) {
        SealedList list = lists.find(insurer, sequence).orElseThrow();
        if (list.listDeliveredAt().isEmpty()) {
            deliver(insurer, list.manifest().listName().fileName());
            lists.listDelivered(insurer, sequence, clock.instant());
        }
    }

    void deliverManifest(InsurerCode insurer, int sequence) {
        SealedList list = lists.find(insurer, sequence).orElseThrow();
        if (!list.isDelivered()) {
            BlockListName name = list.manifest().listName();
            deliver(insurer, name.manifestName());
            lists.manifestDelivered(insurer, sequence, clock.instant());
        }
    }

    private void deliver(InsurerCode insurer, String name) {
        try {
            Path sealed = spool.lists(insurer).resolve(name);
            drops.session(insurer).deliver(sealed, name, progress.of(name, Files.size(sealed)));
        } catch (IOException e) {
            throw new SpoolException("read", name, e);
        }
    }
}
