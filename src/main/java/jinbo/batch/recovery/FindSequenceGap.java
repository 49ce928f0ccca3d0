package jinbo.batch.recovery;

import java.util.Optional;
import java.util.stream.IntStream;
import jinbo.batch.HighestSentSequence;
import jinbo.exchange.format.BlockListFileName;
import jinbo.exchange.format.ManifestFileName;
import jinbo.participant.insurer.Insurer;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.blocklist.SequenceGap;
import org.springframework.stereotype.Component;

/** Says which sequences of an insurer's lists have left without being recorded any more. */
@Component
record FindSequenceGap(
        BlockLists lists,
        UnrecordedFiles unrecordedFiles,
        HighestSentSequence highestSentSequence,
        FindLastManifest findLastManifest) {

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
                : Optional.of(new SequenceGap(
                        insurer.code(), first, last, findLastManifest.sha256(insurer, last), recovery.id()));
    }

    private int highestSeen(Insurer insurer, Recovery recovery) {
        return Math.max(
                highest(unrecordedFiles.last(recovery, insurer.code(), UnrecordedFile.Kind.LIST)),
                highest(unrecordedFiles.last(recovery, insurer.code(), UnrecordedFile.Kind.MANIFEST)));
    }

    private static int highest(Optional<UnrecordedFile> file) {
        return file.map(UnrecordedFile::name)
                .map(name -> BlockListFileName.parse(name)
                        .map(BlockListFileName::sequence)
                        .or(() -> ManifestFileName.parse(name).map(ManifestFileName::sequence))
                        .orElseThrow())
                .orElse(0);
    }
}
