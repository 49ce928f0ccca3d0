package jinbo.batch.recovery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import jinbo.batch.Drops;
import jinbo.batch.HighestSentSequence;
import jinbo.batch.Spool;
import jinbo.batch.SpoolException;
import jinbo.exchange.format.ManifestFileName;
import jinbo.exchange.sftp.DropException;
import jinbo.exchange.sftp.DropSession;
import jinbo.exchange.sftp.FetchOutcome;
import jinbo.exchange.sftp.FileSnapshot;
import jinbo.participant.insurer.Insurer;
import jinbo.platform.files.Sha256;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.blocklist.SequenceGap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Says which sequences of an insurer's lists have left without being recorded any more. */
@Component
record FindSequenceGap(
        BlockLists lists,
        UnrecordedFiles unrecordedFiles,
        HighestSentSequence highestSentSequence,
        Drops drops,
        Spool spool) {

    private static final Logger LOG = LoggerFactory.getLogger(FindSequenceGap.class);
    private static final long LARGEST = 4L << 20;

    /**
     * From above the last that is recorded to the highest that was seen; empty if none was. A name that nothing corroborates is none of
     * ours: it may be any number.
     */
    Optional<SequenceGap> insurer(Insurer insurer, Recovery recovery) {
        int first = lists.next(insurer.code()).sequence();
        int last = IntStream.of(
                        highestSentSequence.of(insurer.code()).orElse(0),
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
     * Finds the hash of the manifest that an insurer got last, so that the next one can go on from it. Ours in the
     * spool comes first where it has left: on its own drop an insurer can put anything.
     *
     * @return SHA-256 of the sealed bytes; empty if they are not to be had
     */
    private Optional<String> lastManifest(Insurer insurer, int sequence) {
        String name = new ManifestFileName(insurer.code(), sequence).fileName();
        Path ours = spool.lists(insurer.code()).resolve(name);
        if (highestSentSequence.of(insurer.code()).orElse(0) >= sequence && Files.exists(ours)) {
            try (InputStream in = Files.newInputStream(ours)) {
                return Optional.of(Sha256.of(in));
            } catch (IOException e) {
                throw new SpoolException("read", name, e);
            }
        }
        return unrecordedFiles
                .find(insurer.code(), UnrecordedFile.Kind.MANIFEST, name)
                .filter(any -> insurer.isActive())
                .flatMap(file -> onDrop(insurer, file));
    }

    private Optional<String> onDrop(Insurer insurer, UnrecordedFile file) {
        try {
            return drops.visit(insurer, drop -> fetched(insurer, drop, file));
        } catch (DropException e) {
            LOG.warn("{} cannot be fetched from its drop; the next list starts a new chain", file.name(), e);
            return Optional.empty();
        }
    }

    private Optional<String> fetched(Insurer insurer, DropSession drop, UnrecordedFile file) {
        Path target = spool.lists(insurer.code()).resolve(file.name() + ".looked-at");
        try {
            FetchOutcome outcome =
                    drop.fetchDelivered(new FileSnapshot(file.name(), file.size(), file.modified()), target, LARGEST);
            Files.deleteIfExists(target);
            return outcome instanceof FetchOutcome.Fetched fetched ? Optional.of(fetched.sha256()) : Optional.empty();
        } catch (IOException e) {
            throw new SpoolException("write", file.name(), e);
        }
    }
}
