package jinbo.job.collect;

import java.util.Optional;
import jinbo.exchange.FindingCode;
import jinbo.exchange.Tally;
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

    /** Why a complaint upload is held; empty if it is not. */
    Optional<FindingCode> reason(InsurerCode insurer, Judgement.Judged judged) {
        AcceptedSoFar soFar = verdicts.acceptedSoFar(insurer);
        return settings.hold().hold(judged, new UploadHistory(soFar.files(), soFar.averageRows()));
    }

    /**
     * Why a file of withdrawals, or of answers, is held; empty if it is not.
     *
     * @param tally its rows, with those refused that the registry, or the cases, do not know
     * @param takenBack how many complaints it would take back: a row may name a whole upload
     */
    Optional<FindingCode> reason(Tally tally, long takenBack) {
        return settings.hold().hold(tally, takenBack);
    }
}
