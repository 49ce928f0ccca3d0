package jinbo.batch.publish;

import java.time.Clock;
import jinbo.batch.DeliverSealed;
import jinbo.batch.Fence;
import jinbo.batch.HighestSent;
import jinbo.batch.Spool;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.faultpoint.CrashPoint;
import jinbo.platform.faultpoint.CrashPoints;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.blocklist.SealedList;
import org.springframework.stereotype.Component;

/** The step of {@code deliver-block-list}: puts the list on the drop, and after it the manifest; where it broke off it goes on. */
@Component
class DeliverBlockList {

    private final BlockLists lists;
    private final DeliverSealed deliverSealed;
    private final Spool spool;
    private final HighestSent highestSent;
    private final Fence fence;
    private final CrashPoints crashPoints;
    private final Clock clock;

    DeliverBlockList(
            BlockLists lists,
            DeliverSealed deliverSealed,
            Spool spool,
            HighestSent highestSent,
            Fence fence,
            CrashPoints crashPoints,
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
        crashPoints.reach(CrashPoint.SEQUENCE_TAKEN);
        SealedList list = lists.find(insurer, sequence).orElseThrow();
        if (list.listDeliveredAt().isEmpty()) {
            highestSent.leaves(insurer, sequence);
            deliver(insurer, list.manifest().listName().fileName());
            crashPoints.reach(CrashPoint.LIST_DELIVERED);
            fence.record(() -> lists.listDelivered(insurer, sequence, clock.instant()));
        }
        crashPoints.reach(CrashPoint.BETWEEN_LIST_AND_MANIFEST);
        if (!list.isDelivered()) {
            deliver(insurer, list.manifest().listName().manifestName());
            crashPoints.reach(CrashPoint.MANIFEST_DELIVERED);
            fence.record(() -> lists.manifestDelivered(insurer, sequence, clock.instant()));
        }
    }

    private void deliver(InsurerCode insurer, String name) {
        deliverSealed.deliver(insurer, spool.lists(insurer).resolve(name), CrashPoint.DELIVERING_LIST);
    }
}
