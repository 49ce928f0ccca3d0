package jinbo.batch.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import jinbo.batch.Drops;
import jinbo.batch.HighestSentSequence;
import jinbo.batch.Spool;
import jinbo.batch.SpoolException;
import jinbo.exchange.format.Manifest;
import jinbo.exchange.format.ManifestFileName;
import jinbo.exchange.sftp.DropException;
import jinbo.exchange.sftp.DropFolder;
import jinbo.exchange.sftp.DropSession;
import jinbo.exchange.sftp.FetchOutcome;
import jinbo.exchange.sftp.FileSnapshot;
import jinbo.exchange.sftp.TransferProgressListener;
import jinbo.participant.insurer.Insurer;
import jinbo.platform.files.Sha256;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.blocklist.SequenceGap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds the sequences of lists that were sent to an insurer, but that the restored database does not know. */
@Component
record FindSequenceGap(
        BlockLists lists,
        UnrecordedFiles unrecordedFiles,
        HighestSentSequence highestSentSequence,
        Drops drops,
        Spool spool) {

    private static final Logger LOG = LoggerFactory.getLogger(FindSequenceGap.class);

    /** Without other evidence of a restore, names on the drop do not count: the insurer may have made them up. */
    Optional<SequenceGap> of(Insurer insurer, Recovery recovery) {
        int first = lists.next(insurer.code()).sequence();
        int last = IntStream.of(
                        highestSentSequence.find(insurer.code()).orElse(0),
                        recovery.corroboration().isPresent() ? highestSeen(insurer, recovery) : 0)
                .max()
                .orElse(0);
        return last < first
                ? Optional.empty()
                : Optional.of(new SequenceGap(insurer.code(), first, last, lastManifest(insurer, last), recovery.id()));
    }

    private int highestSeen(Insurer insurer, Recovery recovery) {
        return Math.max(
                highest(unrecordedFiles.last(recovery, insurer.code(), UnrecordedFile.Kind.LIST)),
                highest(unrecordedFiles.last(recovery, insurer.code(), UnrecordedFile.Kind.MANIFEST)));
    }

    private static int highest(Optional<UnrecordedFile> file) {
        return file.map(UnrecordedFile::name)
                .map(name -> UnrecordedFile.parsePublished(name).orElseThrow().sequence())
                .orElse(0);
    }

    /**
     * Returns the SHA-256 of the last manifest that was delivered to the insurer, which the next list continues. An
     * insurer may put any file on its drop, so one that is in the spool, too, must have the same bytes.
     */
    private Optional<String> lastManifest(Insurer insurer, int sequence) {
        String name = new ManifestFileName(insurer.code(), sequence).fileName();
        Optional<String> spooled = spooledHash(insurer, name);
        if (spooled.isPresent() && highestSentSequence.isDelivered(insurer.code(), sequence)) {
            return spooled;
        }
        return unrecordedFiles
                .find(insurer.code(), UnrecordedFile.Kind.MANIFEST, name)
                .filter(any -> insurer.isActive())
                .flatMap(file -> fetchHash(insurer, file))
                .filter(hash -> spooled.filter(Predicate.not(hash::equals)).isEmpty());
    }

    private Optional<String> spooledHash(Insurer insurer, String name) {
        Path spooled = spool.lists(insurer.code()).resolve(name);
        try {
            return Files.exists(spooled) ? Optional.of(Sha256.of(spooled)) : Optional.empty();
        } catch (IOException e) {
            throw new SpoolException("read", name, e);
        }
    }

    private Optional<String> fetchHash(Insurer insurer, UnrecordedFile file) {
        try {
            return drops.visit(insurer, drop -> fetchHash(insurer, drop, file));
        } catch (DropException e) {
            LOG.warn("{} cannot be fetched from its drop; the next list starts a new chain", file.name(), e);
            return Optional.empty();
        }
    }

    private Optional<String> fetchHash(Insurer insurer, DropSession drop, UnrecordedFile file) {
        Path target = spool.lists(insurer.code()).resolve(file.name() + ".looked-at");
        try {
            FetchOutcome outcome = drop.fetch(
                    DropFolder.DOWNLOAD,
                    new FileSnapshot(file.name(), file.size(), file.modified()),
                    target,
                    Manifest.MAX_SEALED_BYTES,
                    TransferProgressListener.SILENT);
            Files.deleteIfExists(target);
            return outcome instanceof FetchOutcome.Fetched fetched ? Optional.of(fetched.sha256()) : Optional.empty();
        } catch (IOException e) {
            throw new SpoolException("write", file.name(), e);
        }
    }
}
