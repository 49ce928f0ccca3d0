package jinbo.batch.recovery;

import java.util.List;
import java.util.Optional;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.participant.insurer.InsurerCode;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import jinbo.registry.inbound.Verdict;
import org.springframework.stereotype.Component;

/** Tells how far the recovery of a lost upload has come. */
@Component
public record UploadRecoveryStates(UnrecordedFiles unrecordedFiles, InboundFiles inbound) {

    public enum State {
        /** The upload is not recorded again yet. */
        LOST,
        /** The upload is recorded again, without a verdict. */
        UNJUDGED,
        /** The upload is held for operators. */
        HELD,
        /** The upload has a final verdict. */
        TAKEN_IN
    }

    public State of(UnrecordedFile upload) {
        Optional<InboundFile> recorded = inbound.archivedAs(upload.insurer(), upload.name(), upload.size());
        if (recorded.isEmpty()) {
            return State.LOST;
        }
        return recorded.get()
                .verdict()
                .map(Verdict::status)
                .map(status -> status == ReceiptStatus.HELD ? State.HELD : State.TAKEN_IN)
                .orElse(State.UNJUDGED);
    }

    /** Finds the uploads with this stem that are still lost. */
    public List<UnrecordedFile> findUnrecorded(InsurerCode insurer, String stem) {
        return unrecordedFiles.uploads(insurer, stem).stream()
                .filter(upload -> of(upload) == State.LOST)
                .toList();
    }
}
