package jinbo.batch.collect;

import java.util.Optional;
import jinbo.batch.validation.UploadHistory;
import jinbo.batch.validation.UploadValidationResult;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.Tally;
import jinbo.participant.insurer.InsurerCode;
import jinbo.registry.inbound.AcceptedUploadCount;
import jinbo.registry.inbound.Verdicts;
import org.springframework.stereotype.Component;

/** Says whether an upload that could be read waits for an operator, by the settings and the insurer's own history. */
@Component
record UploadHoldPolicy(Verdicts verdicts, CollectSettings settings) {

    UploadHistory historyOf(InsurerCode insurer) {
        AcceptedUploadCount soFar = verdicts.countAcceptedUploads(insurer);
        return new UploadHistory(soFar.files(), soFar.averageRows());
    }

    /** A complaint upload of more rows than this is held in any case. */
    long mostRows(UploadHistory history) {
        return settings.hold().mostRows(history);
    }

    /** A file of withdrawals of more rows than this is held in any case. */
    long mostWithdrawals() {
        return settings.hold().mostWithdrawals();
    }

    /** Why a complaint upload is held; empty if it is not. */
    Optional<FindingCode> reason(UploadHistory history, UploadValidationResult.Complete judged) {
        return settings.hold().hold(judged, history);
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
