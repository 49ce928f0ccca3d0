package jinbo.batch.recovery;

import java.util.List;
import jinbo.exchange.sftp.DropSession;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.stereotype.Component;

/** Looks at one insurer's drop, and at what lies in the spool for it, for what no record knows, and names it. */
@Component
public record ScanForUnrecordedFiles(ScanArchive archive, ScanDownload download, ScanSpool spool) {

    /**
     * @return recorded files that lie in {@code archive/} though their records do not say so
     * @throws jinbo.exchange.sftp.DropException if the drop cannot be read
     */
    public List<ArchivedInboundFile> look(InsurerCode insurer, DropSession drop) {
        download.look(insurer, drop);
        List<ArchivedInboundFile> archivedInboundFile = archive.look(insurer, drop);
        spool.look(insurer);
        return archivedInboundFile;
    }

    /** Looks at the spool alone, where the drop is not to be had. */
    void scanSpool(InsurerCode insurer) {
        spool.look(insurer);
    }
}
