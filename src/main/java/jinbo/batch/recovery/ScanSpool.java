package jinbo.batch.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.batch.HighestSentSequence;
import jinbo.batch.Spool;
import jinbo.batch.SpoolException;
import jinbo.exchange.format.BlockListFileName;
import jinbo.exchange.format.ListKind;
import jinbo.exchange.format.ManifestFileName;
import jinbo.participant.insurer.InsurerCode;
import jinbo.registry.blocklist.BlockLists;
import org.springframework.stereotype.Component;

/** Looks for lists in our own spool that may have left and that no record knows; the insurer may have deleted its own long ago. */
@Component
record ScanSpool(
        HighestSentSequence highestSentSequence,
        BlockLists lists,
        Spool spool,
        ReportUnrecordedFiles reportUnrecordedFiles) {

    /** Names them; where only the note of what was sent is left, the list that it speaks of, with a size of 0. */
    void look(InsurerCode insurer) {
        int sent = highestSentSequence.of(insurer).orElse(0);
        int next = lists.next(insurer).sequence();
        if (sent < next) {
            return;
        }
        List<UnrecordedFile> unknown = new ArrayList<>();
        try (Stream<Path> files = Files.list(spool.lists(insurer))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                Optional<BlockListFileName> list = BlockListFileName.parse(name);
                int sequence = list.map(BlockListFileName::sequence)
                        .or(() -> ManifestFileName.parse(name).map(ManifestFileName::sequence))
                        .orElse(0);
                if (sequence >= next && sequence <= sent) {
                    unknown.add(UnrecordedFile.published(
                            insurer,
                            list.isPresent() ? UnrecordedFile.Kind.LIST : UnrecordedFile.Kind.MANIFEST,
                            name,
                            Files.size(file),
                            Files.getLastModifiedTime(file).toInstant()));
                }
            }
        } catch (IOException e) {
            throw new SpoolException("read", "the lists of " + insurer, e);
        }
        if (unknown.isEmpty()) {
            unknown.add(UnrecordedFile.published(
                    insurer,
                    UnrecordedFile.Kind.LIST,
                    new BlockListFileName(insurer, sent, ListKind.FULL).fileName(),
                    0,
                    highestSentSequence.notedAt(insurer)));
        }
        reportUnrecordedFiles.name(insurer, unknown);
    }
}
