package jinbo.batch.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jinbo.exchange.format.AnswerFileNames;
import jinbo.exchange.format.BlockListFileName;
import jinbo.exchange.format.ManifestFileName;
import jinbo.exchange.sftp.DropFolder;
import jinbo.exchange.sftp.DropSession;
import jinbo.exchange.sftp.FileSnapshot;
import jinbo.participant.insurer.InsurerCode;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.inbound.Answers;
import org.springframework.stereotype.Component;

/**
 * Looks for answers and lists in {@code download/} that no record knows. Both are recorded before their first byte leaves, so
 * what lies there unrecorded is later than the record.
 */
@Component
class ScanDownload {

    private final Answers answers;
    private final BlockLists lists;
    private final ReportUnrecordedFiles nameLost;

    ScanDownload(Answers answers, BlockLists lists, ReportUnrecordedFiles nameLost) {
        this.answers = answers;
        this.lists = lists;
        this.nameLost = nameLost;
    }

    void look(InsurerCode insurer, DropSession drop) {
        FolderBatches.of(drop, DropFolder.DOWNLOAD, batch -> nameLost.name(insurer, unknown(insurer, batch)));
    }

    private List<UnrecordedFile> unknown(InsurerCode insurer, List<FileSnapshot> batch) {
        Set<String> known =
                answers.named(insurer, batch.stream().map(FileSnapshot::name).toList());
        int next = lists.next(insurer).sequence();
        List<UnrecordedFile> unknown = new ArrayList<>();
        for (FileSnapshot sighting : batch) {
            if (!known.contains(sighting.name())) {
                answer(insurer, sighting)
                        .or(() -> published(insurer, sighting, next))
                        .ifPresent(unknown::add);
            }
        }
        return unknown;
    }

    private static Optional<UnrecordedFile> answer(InsurerCode insurer, FileSnapshot sighting) {
        return AnswerFileNames.parse(insurer, sighting.name())
                .map(answer -> UnrecordedFile.answer(
                        insurer, sighting.name(), sighting.size(), sighting.modified(), answer.stem(), answer.nth()));
    }

    private static Optional<UnrecordedFile> published(InsurerCode insurer, FileSnapshot sighting, int next) {
        Optional<UnrecordedFileKind> list = BlockListFileName.parse(sighting.name())
                .filter(name -> name.insurer().equals(insurer) && name.sequence() >= next)
                .map(name -> UnrecordedFileKind.LIST);
        return list.or(() -> ManifestFileName.parse(sighting.name())
                        .filter(name -> name.insurer().equals(insurer) && name.sequence() >= next)
                        .map(name -> UnrecordedFileKind.MANIFEST))
                .map(kind ->
                        UnrecordedFile.published(insurer, kind, sighting.name(), sighting.size(), sighting.modified()));
    }
}
