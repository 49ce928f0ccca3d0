package jinbo.batch.publish;

import java.time.Clock;
import jinbo.batch.DeliverSealedFile;
import jinbo.batch.Fence;
import jinbo.batch.HighestSentSequence;
import jinbo.batch.Spool;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.faultpoint.FaultPointListener;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.blocklist.SealedList;
import org.springframework.stereotype.Component;

/** The step of {@code deliver-block-list}: puts the list on the drop, and after it the manifest; where it broke off it goes on. */
@Component
class DeliverBlockList {

    private final BlockLists lists;
    private final DeliverSealedFile deliverSealed;
    private final Spool spool;
    private final HighestSentSequence highestSent;
    private final Fence fence;
    private final FaultPointListener crashPoints;
    private final Clock clock;

    DeliverBlockList(
            BlockLists lists,
            DeliverSealedFile deliverSealed,
            Spool spool,
            HighestSentSequence highestSent,
            Fence fence,
            FaultPointListener crashPoints,
            Clock clock) {
        this.lists = lists;
        this.deliverSealed = deliverSealed;
        this.spool = spool;
        this.highestSent = highestSent;
        this.fence = fence;
        this.crashPoints = crashPoints;
        this.clock = clock;
    }

    void deliver(InsurerCode insurer, int sequence) {
        crashPoints.reach(FaultPoint.SEQUENCE_TAKEN);
        SealedList list = lists.find(insurer, sequence).orElseThrow();
        if (list.listDeliveredAt().isEmpty()) {
            highestSent.leaves(insurer, sequence);
            deliver(insurer, list.manifest().listName().fileName());
            crashPoints.reach(FaultPoint.LIST_DELIVERED);
            fence.record(() -> lists.listDelivered(insurer, sequence, clock.instant()));
        }
        crashPoints.reach(FaultPoint.BETWEEN_LIST_AND_MANIFEST);
        if (!list.isDelivered()) {
            deliver(insurer, list.manifest().listName().manifestName());
            crashPoints.reach(FaultPoint.MANIFEST_DELIVERED);
            fence.record(() -> lists.manifestDelivered(insurer, sequence, clock.instant()));
        }
    }

    private void deliver(InsurerCode insurer, String name) {
        deliverSealed.deliver(insurer, spool.lists(insurer).resolve(name), FaultPoint.DELIVERING_LIST);
    }
}
