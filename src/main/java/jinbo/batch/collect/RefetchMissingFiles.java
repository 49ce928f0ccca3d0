package jinbo.batch.collect;

import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import jinbo.batch.Spool;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.sftp.DropSession;
import jinbo.participant.insurer.InsurerCode;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.stereotype.Component;

/**
 * Brings back our copies of recorded files that are still needed and that the spool has lost: without them a file that waits for
 * its verdict, or for an operator, could never be read.
 */
@Component
record RefetchMissingFiles(InboundFiles inbound, Spool spool, FetchFromArchive fetchFromArchive) {

    /**
     * @param back files whose copy lies in the spool again
     * @param missing files of which the bytes that were recorded are nowhere to be had
     */
    record Copies(List<InboundFile> back, List<InboundFile> missing) {}

    /**
     * @throws NotEnoughDiskSpaceException if one of them would leave too little room on a disk; those before it lie in the spool
     */
    Copies of(InsurerCode insurer, DropSession drop) {
        List<InboundFile> gone = Stream.concat(
                        inbound.unfinished(insurer).stream(),
                        inbound.held().stream().filter(file -> file.insurer().equals(insurer)))
                .filter(this::isMissed)
                .distinct()
                .toList();
        List<InboundFile> back = gone.stream()
                .filter(file -> fetchFromArchive.copyOf(file, drop))
                .toList();
        return new Copies(
                back, gone.stream().filter(file -> !back.contains(file)).toList());
    }

    private boolean isMissed(InboundFile file) {
        boolean judged = file.verdict()
                .filter(verdict -> verdict.status() != ReceiptStatus.HELD)
                .isPresent();
        return file.archived() && !judged && file.fetched() && !Files.exists(spool.upload(file.id()));
    }
}
