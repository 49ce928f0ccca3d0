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

/** Puts a sealed list on the drop, and after it the manifest; where it broke off it goes on. */
@Component
record DeliverBlockList(
        BlockLists lists,
        DeliverSealedFile deliverSealedFile,
        Spool spool,
        HighestSentSequence highestSentSequence,
        Fence fence,
        FaultPointListener faultPointListener,
        Clock clock) {

    void deliver(InsurerCode insurer, int sequence) {
        faultPointListener.reached(FaultPoint.SEQUENCE_TAKEN);
        SealedList list = lists.find(insurer, sequence).orElseThrow();
        if (list.listDeliveredAt().isEmpty()) {
            highestSentSequence.record(insurer, sequence);
            deliver(insurer, list.manifest().listName().fileName());
            faultPointListener.reached(FaultPoint.LIST_DELIVERED);
            fence.record(() -> lists.listDelivered(insurer, sequence, clock.instant()));
        }
        faultPointListener.reached(FaultPoint.BETWEEN_LIST_AND_MANIFEST);
        if (!list.isDelivered()) {
            deliver(insurer, list.manifest().listName().manifestName());
            faultPointListener.reached(FaultPoint.MANIFEST_DELIVERED);
            fence.record(() -> lists.manifestDelivered(insurer, sequence, clock.instant()));
        }
    }

    private void deliver(InsurerCode insurer, String name) {
        deliverSealedFile.deliver(insurer, spool.lists(insurer).resolve(name), FaultPoint.DELIVERING_LIST);
    }
}
