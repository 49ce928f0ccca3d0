package jinbo.batch.collect;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import jinbo.batch.Drops;
import jinbo.batch.Fence;
import jinbo.batch.Spool;
import jinbo.batch.SpoolException;
import jinbo.batch.recovery.ScanForUnrecordedFiles.ArchivedInboundFile;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.sftp.FileSnapshot;
import jinbo.exchange.sftp.UploadArchiver.ArchiveOutcome;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.faultpoint.FaultPointListener;
import jinbo.registry.inbound.Answers;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import jinbo.registry.inbound.Verdict;
import org.springframework.stereotype.Component;

/** Moves an answered upload to {@code archive/} on the drop. Its copy in the spool is quarantined, kept or removed. */
@Component
record ArchiveUpload(
        InboundFiles inbound,
        Answers answers,
        Drops drops,
        Spool spool,
        Quarantine quarantine,
        Fence fence,
        FaultPointListener faultPointListener,
        Clock clock) {

    /** Archives an upload. It is not an error if the file has already left {@code upload/}. */
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

    /** Records that a scan has found an upload in {@code archive/}; its answers had been delivered before. */
    void record(ArchivedInboundFile found) {
        fence.record(() -> {
            InboundFile file = found.file();
            if (!file.archived()) {
                answers.undelivered(file.id(), file.verdictCount())
                        .forEach(answer -> answers.delivered(answer, clock.instant()));
            }
            inbound.archived(file.id(), found.archivedAs());
        });
    }
}
