package jinbo.batch.recovery;

import java.util.List;
import java.util.Optional;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.participant.insurer.InsurerCode;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import jinbo.registry.inbound.Verdict;
import org.springframework.stereotype.Component;

@Component
public record UploadRecoveryStates(UnrecordedFiles unrecordedFiles, InboundFiles inbound) {

    public enum State {
        /** Not recorded. */
        LOST,
        /** Recorded without verdict. */
        UNJUDGED,
        /** Held for an operator. */
        HELD,
        /** Decided. */
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

    /** Lost uploads with this stem. */
    public List<UnrecordedFile> findUnrecorded(InsurerCode insurer, String stem) {
        return unrecordedFiles.uploads(insurer, stem).stream()
                .filter(upload -> of(upload) == State.LOST)
                .toList();
    }
}
