package jinbo.batch.settle;

import java.time.Clock;
import jinbo.batch.DeliverSealedFile;
import jinbo.batch.Fence;
import jinbo.batch.Spool;
import jinbo.cases.CaseFile;
import jinbo.cases.CaseFiles;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.faultpoint.FaultPointListener;
import org.springframework.stereotype.Component;

/** Puts a sealed file of cases on the drop; one that lies there with the same bytes counts as delivered. */
@Component
record DeliverCaseFile(
        CaseFiles files,
        DeliverSealedFile deliverSealedFile,
        Spool spool,
        Fence fence,
        FaultPointListener faultPointListener,
        Clock clock) {

    /** Whether it lies there now; not if it was withheld, or had been delivered before. */
    boolean deliver(InsurerCode insurer, int sequence) {
        faultPointListener.reached(FaultPoint.CASES_RECORDED);
        CaseFile file = files.find(insurer, sequence).orElseThrow();
        if (file.isDelivered() || files.isWithheld(file)) {
            return false;
        }
        deliverSealedFile.deliver(insurer, spool.resolve(file.spooledAs()), FaultPoint.DELIVERING_CASES);
        faultPointListener.reached(FaultPoint.CASES_DELIVERED);
        fence.record(() -> files.delivered(file, clock.instant()));
        return true;
    }
}
