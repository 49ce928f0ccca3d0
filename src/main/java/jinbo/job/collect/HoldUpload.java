package jinbo.job.collect;

import java.util.Optional;
import jinbo.exchange.FindingCode;
import jinbo.inbound.AcceptedSoFar;
import jinbo.inbound.Verdicts;
import jinbo.insurer.InsurerCode;
import jinbo.intake.Judgement;
import jinbo.intake.UploadHistory;
import org.springframework.stereotype.Component;

/** Says whether an upload that could be read waits for an operator, by the settings and the insurer's own history. */
@Component
class HoldUpload {

    private final Verdicts verdicts;
    private final CollectSettings settings;

    HoldUpload(Verdicts verdicts, CollectSettings settings) {
        this.verdicts = verdicts;
        this.settings = settings;
    }

    /** Why it is held; empty if it is not. */
    Optional<FindingCode> reason(InsurerCode insurer, Judgement.Judged judged) {
        AcceptedSoFar soFar = verdicts.acceptedSoFar(insurer);
        return settings.hold().rules().hold(judged, new UploadHistory(soFar.files(), soFar.averageRows()));
    }
}
