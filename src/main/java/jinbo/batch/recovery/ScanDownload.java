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
record ScanDownload(Answers answers, BlockLists lists, ReportUnrecordedFiles reportUnrecordedFiles) {

    void look(InsurerCode insurer, DropSession drop) {
        FolderBatches.of(
                drop, DropFolder.DOWNLOAD, batch -> reportUnrecordedFiles.name(insurer, unknown(insurer, batch)));
    }

    private List<UnrecordedFile> unknown(InsurerCode insurer, List<FileSnapshot> batch) {
        Set<String> known =
                answers.named(insurer, batch.stream().map(FileSnapshot::name).toList());
        int next = lists.next(insurer).sequence();
        List<UnrecordedFile> unknown = new ArrayList<>();
        for (FileSnapshot fileSnapshot : batch) {
            if (!known.contains(fileSnapshot.name())) {
                answer(insurer, fileSnapshot)
                        .or(() -> published(insurer, fileSnapshot, next))
                        .ifPresent(unknown::add);
            }
        }
        return unknown;
    }

    private static Optional<UnrecordedFile> answer(InsurerCode insurer, FileSnapshot fileSnapshot) {
        return AnswerFileNames.parse(insurer, fileSnapshot.name())
                .map(answer -> UnrecordedFile.answer(
                        insurer,
                        fileSnapshot.name(),
                        fileSnapshot.size(),
                        fileSnapshot.modified(),
                        answer.stem(),
                        answer.nth()));
    }

    private static Optional<UnrecordedFile> published(InsurerCode insurer, FileSnapshot fileSnapshot, int next) {
        Optional<UnrecordedFile.Kind> list = BlockListFileName.parse(fileSnapshot.name())
                .filter(name -> name.insurer().equals(insurer) && name.sequence() >= next)
                .map(name -> UnrecordedFile.Kind.LIST);
        return list.or(() -> ManifestFileName.parse(fileSnapshot.name())
                        .filter(name -> name.insurer().equals(insurer) && name.sequence() >= next)
                        .map(name -> UnrecordedFile.Kind.MANIFEST))
                .map(kind -> UnrecordedFile.published(
                        insurer, kind, fileSnapshot.name(), fileSnapshot.size(), fileSnapshot.modified()));
    }
}
