package jinbo.batch.settle;

import java.time.Clock;
import jinbo.batch.DeliverSealed;
import jinbo.batch.Fence;
import jinbo.batch.Spool;
import jinbo.cases.CaseFile;
import jinbo.cases.CaseFiles;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.faultpoint.CrashPoint;
import jinbo.platform.faultpoint.CrashPoints;
import org.springframework.stereotype.Component;

/** The other step: puts the file on the drop; one that lies there with the same bytes counts as delivered. */
@Component
class DeliverCaseFile {

    private final CaseFiles files;
    private final DeliverSealed deliverSealed;
    private final Spool spool;
    private final Fence fence;
    private final CrashPoints crashPoints;
    private final Clock clock;

    DeliverCaseFile(
            CaseFiles files,
            DeliverSealed deliverSealed,
            Spool spool,
            Fence fence,
            CrashPoints crashPoints,
            Clock clock) {
        this.files = files;
        this.deliverSealed = deliverSealed;
        this.spool = spool;
        this.fence = fence;
        this.crashPoints = crashPoints;
        this.clock = clock;
    }

    void deliver(InsurerCode insurer, int sequence) {
        crashPoints.reach(CrashPoint.CASES_RECORDED);
        CaseFile file = files.find(insurer, sequence).orElseThrow();
        if (file.isDelivered() || files.isWithheld(file)) {
            return;
        }
        deliverSealed.deliver(insurer, spool.resolve(file.spooledAs()), CrashPoint.DELIVERING_CASES);
        crashPoints.reach(CrashPoint.CASES_DELIVERED);
        fence.record(() -> files.delivered(file, clock.instant()));
    }
}
