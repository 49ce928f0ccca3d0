package jinbo.batch.collect;

import java.time.Clock;
import jinbo.batch.DeliverSealedFile;
import jinbo.batch.Fence;
import jinbo.batch.Spool;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.faultpoint.FaultPointListener;
import jinbo.registry.inbound.Answers;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import jinbo.registry.inbound.SealedAnswer;
import org.springframework.stereotype.Component;

/** Delivers the two answers to an upload (outcome and receipt) to the drop, the receipt last. */
@Component
record DeliverAnswers(
        InboundFiles inbound,
        Answers answers,
        DeliverSealedFile deliverSealedFile,
        Spool spool,
        Fence fence,
        FaultPointListener faultPointListener,
        Clock clock) {

    void deliver(long inboundFile, int answer) {
        faultPointListener.reached(FaultPoint.ANSWERED);
        InboundFile file = inbound.get(inboundFile);
        for (SealedAnswer sealed : answers.undelivered(inboundFile, answer)) {
            deliverSealedFile.deliver(file.insurer(), spool.resolve(sealed.spooledAs()), FaultPoint.DELIVERING_ANSWER);
            faultPointListener.reached(FaultPoint.ANSWER_DELIVERED);
            fence.record(() -> answers.delivered(sealed, clock.instant()));
        }
    }
}
