package jinbo.batch.recovery;

import java.util.List;
import jinbo.exchange.sftp.DropSession;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.stereotype.Component;

/** Looks at one insurer's drop, and at what lies in the spool for it, for what no record knows, and names it. */
@Component
public class LookForLosses {

    private final LookAtArchive archive;
    private final LookAtDownload download;
    private final LookAtSpool spool;

    LookForLosses(LookAtArchive archive, LookAtDownload download, LookAtSpool spool) {
        this.archive = archive;
        this.download = download;
        this.spool = spool;
    }

    /**
     * Looks.
     *
     * @return recorded files that lie in {@code archive/} though their records do not say so
     * @throws jinbo.exchange.sftp.DropException if the drop cannot be read
     */
    public List<InArchive> look(InsurerCode insurer, DropSession drop) {
        download.look(insurer, drop);
        List<InArchive> inArchive = archive.look(insurer, drop);
        spool.look(insurer);
        return inArchive;
    }

    /** Looks at the spool alone, where the drop is not to be had. */
    void lookAtSpool(InsurerCode insurer) {
        spool.look(insurer);
    }
}
