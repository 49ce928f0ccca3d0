package jinbo.batch.recovery;

import java.util.Optional;
import java.util.stream.IntStream;
import jinbo.batch.HighestSent;
import jinbo.exchange.format.BlockListName;
import jinbo.exchange.format.ManifestName;
import jinbo.participant.insurer.Insurer;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.blocklist.LostSequences;
import org.springframework.stereotype.Component;

/** Says which sequences of an insurer's lists have left without being recorded any more. */
@Component
class LostSequencesOf {

    private final BlockLists lists;
    private final LostFiles lostFiles;
    private final HighestSent highestSent;
    private final LostManifest lostManifest;

    LostSequencesOf(BlockLists lists, LostFiles lostFiles, HighestSent highestSent, LostManifest lostManifest) {
        this.lists = lists;
        this.lostFiles = lostFiles;
        this.highestSent = highestSent;
        this.lostManifest = lostManifest;
    }

    /**
     * From above the last that is recorded to the highest that was seen; empty if none was. A name that nothing corroborates is none of
     * ours: it may be any number.
     */
    Optional<LostSequences> insurer(Insurer insurer, Restoration restoration) {
        int first = lists.next(insurer.code()).sequence();
        int last = IntStream.of(
                        highestSent.of(insurer.code()).orElse(0),
                        restoration.corroboration().isPresent() ? highestSeen(insurer, restoration) : 0)
                .max()
                .orElse(0);
        return last < first
                ? Optional.empty()
                : Optional.of(new LostSequences(
                        insurer.code(), first, last, lostManifest.sha256(insurer, last), restoration.id()));
    }

    private int highestSeen(Insurer insurer, Restoration restoration) {
        return Math.max(
                highest(lostFiles.last(restoration, insurer.code(), LostKind.LIST)),
                highest(lostFiles.last(restoration, insurer.code(), LostKind.MANIFEST)));
    }

    private static int highest(Optional<LostFile> file) {
        return file.map(LostFile::name)
                .map(name -> BlockListName.parse(name)
                        .map(BlockListName::sequence)
                        .or(() -> ManifestName.parse(name).map(ManifestName::sequence))
                        .orElseThrow())
                .orElse(0);
    }
}
