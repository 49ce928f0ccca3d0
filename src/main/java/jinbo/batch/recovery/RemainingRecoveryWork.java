package jinbo.batch.recovery;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.batch.Remark;
import jinbo.participant.insurer.InsurerCode;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.stereotype.Component;

/** Says in sentences what is still to be done for one insurer before a recovery can be settled. */
@Component
public record RemainingRecoveryWork(
        UnrecordedFiles unrecordedFiles, UploadRecoveryStates uploadRecoveryStates, InboundFiles inbound) {

    private static final int PAGE = 1_000;

    public List<Remark> of(Recovery recovery, InsurerCode insurer) {
        Map<UploadRecoveryStates.State, Integer> uploads = uploads(recovery, insurer);
        List<Remark> left = new ArrayList<>();
        int lost = uploads.getOrDefault(UploadRecoveryStates.State.LOST, 0);
        if (lost > 0) {
            left.add(new Remark(
                    insurer,
                    lost + " upload(s) in archive/ are not ingested again: recovery ingest --insurer " + insurer));
        }
        int unjudged = uploads.getOrDefault(UploadRecoveryStates.State.UNJUDGED, 0);
        if (unjudged > 0) {
            left.add(new Remark(
                    insurer, unjudged + " lost upload(s) have no verdict yet: recovery ingest --insurer " + insurer));
        }
        long undecided = undecided(insurer);
        if (undecided > 0) {
            left.add(new Remark(
                    insurer,
                    undecided
                            + " held file(s) may have been decided before the restore; decide them again: held list"));
        }
        return left;
    }

    private Map<UploadRecoveryStates.State, Integer> uploads(Recovery recovery, InsurerCode insurer) {
        Map<UploadRecoveryStates.State, Integer> counts = new EnumMap<>(UploadRecoveryStates.State.class);
        Optional<UnrecordedFile> last = Optional.empty();
        List<UnrecordedFile> page;
        do {
            page = unrecordedFiles.page(recovery, insurer, UnrecordedFile.Kind.UPLOAD, last, PAGE);
            page.forEach(upload -> counts.merge(uploadRecoveryStates.of(upload), 1, Integer::sum));
            last = page.isEmpty() ? last : Optional.of(page.get(page.size() - 1));
        } while (page.size() == PAGE);
        return counts;
    }

    /** A file was lost, or an answer to it: who knows whether it was the one that followed from a decision. */
    private long undecided(InsurerCode insurer) {
        return inbound.held().stream()
                .filter(file -> file.insurer().equals(insurer))
                .filter(file -> unrecordedFiles.answersBefore(insurer, file.stem(), 0) > 0)
                .count();
    }
}
