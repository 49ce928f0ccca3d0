package jinbo.batch.recovery;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import jinbo.batch.Remark;
import jinbo.participant.insurer.InsurerCode;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.stereotype.Component;

/** Tells what must be done for an insurer before a recovery can end. */
@Component
public record RemainingRecoveryWork(
        UnrecordedFiles unrecordedFiles, UploadRecoveryStates uploadRecoveryStates, InboundFiles inbound) {

    private static final int PAGE = 1_000;

    public List<Remark> of(Recovery recovery, InsurerCode insurer) {
        Map<UploadRecoveryStates.State, Integer> uploads = uploads(recovery, insurer);
        List<Remark> left = new ArrayList<>();
        BiConsumer<Number, String> add = (count, what) -> {
            if (count.longValue() > 0) {
                left.add(new Remark(insurer, count + what));
            }
        };
        add.accept(
                uploads.getOrDefault(UploadRecoveryStates.State.LOST, 0),
                " upload(s) in archive/ are not ingested again: recovery ingest --reason TEXT --insurer " + insurer);
        add.accept(
                uploads.getOrDefault(UploadRecoveryStates.State.UNJUDGED, 0),
                " lost upload(s) have no verdict yet: recovery ingest --reason TEXT --insurer " + insurer);
        add.accept(
                undecided(insurer),
                " held file(s) may have been decided before the restore; decide them again: held list");
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

    /** Counts held uploads that may have been decided before the restore, because unrecorded answers exist. */
    private long undecided(InsurerCode insurer) {
        return inbound.held(insurer).stream()
                .filter(file -> unrecordedFiles.answersBefore(insurer, file.stem(), 0) > 0)
                .count();
    }
}
