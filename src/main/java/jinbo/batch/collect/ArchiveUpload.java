package jinbo.batch.collect;

import java.io.IOException;
import java.util.Optional;
import jinbo.batch.Drops;
import jinbo.batch.Fence;
import jinbo.batch.Spool;
import jinbo.batch.SpoolException;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.sftp.FileSnapshot;
import jinbo.exchange.sftp.UploadArchiver.ArchiveOutcome;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.faultpoint.FaultPointListener;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import jinbo.registry.inbound.Verdict;
import org.springframework.stereotype.Component;

/**
 * The last step: an answered file leaves {@code upload/}; our own copy goes to quarantine if it was refused, stays if it is
 * held, and is removed otherwise.
 */
@Component
record ArchiveUpload(
        InboundFiles inbound,
        Drops drops,
        Spool spool,
        Quarantine quarantine,
        Fence fence,
        FaultPointListener faultPointListener) {

    /** Archives; a file that has left {@code upload/} already is no error. */
    void archive(long inboundFile) {
        faultPointListener.reached(FaultPoint.BETWEEN_ANSWER_AND_ARCHIVE);
        InboundFile file = inbound.get(inboundFile);
        Verdict verdict = file.verdict().orElseThrow();
        try {
            if (verdict.status() == ReceiptStatus.REFUSED) {
                quarantine.keep(file, verdict);
            }
            if (!file.archived()) {
                fence.requireLease();
                String archivedAs = moveOnDrop(file);
                faultPointListener.reached(FaultPoint.ARCHIVED);
                fence.record(() -> inbound.archived(inboundFile, archivedAs));
            }
            fence.requireLease();
            if (verdict.status() != ReceiptStatus.HELD) {
                spool.clear(inboundFile);
                faultPointListener.reached(FaultPoint.SPOOL_CLEARED);
            }
        } catch (IOException e) {
            throw new SpoolException("clear", file.shownName(), e);
        }
    }

    private String moveOnDrop(InboundFile file) {
        FileSnapshot fileSnapshot = new FileSnapshot(file.remoteName(), file.size(), file.modified());
        String target = file.nameFault().isPresent() ? file.stem() + ".pgp" : file.remoteName();
        Optional<String> sha256 = Optional.of(file.sha256()).filter(read -> file.fetched());
        ArchiveOutcome outcome = drops.session(file.insurer()).archive(fileSnapshot, sha256, target);
        if (outcome instanceof ArchiveOutcome.Archived archived) {
            return archived.name();
        }
        return outcome instanceof ArchiveOutcome.Replaced ? "(replaced by its sender meanwhile)" : "(gone)";
    }
}
