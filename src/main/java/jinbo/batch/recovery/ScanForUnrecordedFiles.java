package jinbo.batch.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jinbo.batch.HighestSentSequence;
import jinbo.batch.Spool;
import jinbo.batch.SpoolException;
import jinbo.exchange.format.AnswerFileNames;
import jinbo.exchange.format.BlockListFileName;
import jinbo.exchange.format.InboundFileName.ArchivedFileName;
import jinbo.exchange.format.ListKind;
import jinbo.exchange.format.ManifestFileName;
import jinbo.exchange.sftp.DropFolder;
import jinbo.exchange.sftp.DropSession;
import jinbo.exchange.sftp.FileSnapshot;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.files.FolderWalk;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.inbound.Answers;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import jinbo.registry.inbound.InboundFiles.FileInArchive;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds and reports files on an insurer's drop and in the spool that the database does not know. */
@Component
public record ScanForUnrecordedFiles(
        InboundFiles inbound,
        Answers answers,
        BlockLists lists,
        HighestSentSequence highestSentSequence,
        Spool spool,
        Recoveries recoveries,
        UnrecordedFiles unrecordedFiles,
        Clock clock) {

    private static final int BATCH = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(ScanForUnrecordedFiles.class);

    /** Scans a drop and the spool; returns recorded uploads that are archived although not recorded as such. */
    public List<ArchivedInboundFile> scan(InsurerCode insurer, DropSession drop) {
        scanDownload(insurer, drop);
        List<ArchivedInboundFile> archivedInboundFile = scanArchive(insurer, drop);
        scanSpool(insurer);
        return archivedInboundFile;
    }

    /** Uploads are archived after their verdict is recorded, so archived ones without a record show a restore. */
    private List<ArchivedInboundFile> scanArchive(InsurerCode insurer, DropSession drop) {
        List<ArchivedInboundFile> found = new ArrayList<>();
        inBatches(drop, DropFolder.ARCHIVE, batch -> report(insurer, unknownUploads(insurer, batch, found)));
        return found;
    }

    private List<UnrecordedFile> unknownUploads(
            InsurerCode insurer, List<FileSnapshot> batch, List<ArchivedInboundFile> found) {
        // in this order, or a file that is archived meanwhile could be in neither result
        List<InboundFile> candidates = new ArrayList<>(inbound.findPossiblyArchived(
                insurer,
                batch.stream()
                        .flatMap(seen -> ArchivedFileName.parse(insurer, seen.name()).stream()
                                .map(name -> new FileInArchive(name.original(), seen.size(), seen.modified())))
                        .toList()));
        Map<String, Set<Long>> known = inbound.archivedAs(
                insurer, batch.stream().map(FileSnapshot::name).toList());
        List<UnrecordedFile> unknown = new ArrayList<>();
        for (FileSnapshot fileSnapshot : batch) {
            Optional<ArchivedFileName> name = ArchivedFileName.parse(insurer, fileSnapshot.name())
                    .filter(any ->
                            !known.getOrDefault(fileSnapshot.name(), Set.of()).contains(fileSnapshot.size()));
            Optional<InboundFile> recorded = name.flatMap(archived -> find(candidates, archived, fileSnapshot));
            recorded.ifPresent(file -> {
                candidates.remove(file);
                found.add(new ArchivedInboundFile(file, fileSnapshot.name()));
            });
            if (name.isPresent() && recorded.flatMap(InboundFile::verdict).isEmpty()) {
                unknown.add(
                        UnrecordedFile.upload(insurer, fileSnapshot, name.get().stem()));
            }
        }
        return unknown;
    }

    /** Some servers set a new time of modification when a file is moved, so the time only decides among several. */
    private static Optional<InboundFile> find(
            List<InboundFile> candidates, ArchivedFileName name, FileSnapshot fileSnapshot) {
        List<InboundFile> same = candidates.stream()
                .filter(file -> (file.nameFault().isPresent() ? file.stem() + ".pgp" : file.remoteName())
                        .equals(name.original()))
                .filter(file -> file.size() == fileSnapshot.size())
                .toList();
        return same.stream()
                .filter(file -> file.modified().equals(fileSnapshot.modified()))
                .findFirst()
                .or(() -> same.stream().findFirst());
    }

    /** Answers and lists are recorded before they are sent, so files without a record show a restore. */
    private void scanDownload(InsurerCode insurer, DropSession drop) {
        inBatches(drop, DropFolder.DOWNLOAD, batch -> report(insurer, unknownDeliveries(insurer, batch)));
    }

    private List<UnrecordedFile> unknownDeliveries(InsurerCode insurer, List<FileSnapshot> batch) {
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
                .map(answer -> UnrecordedFile.answer(insurer, fileSnapshot, answer.stem(), answer.nth()));
    }

    private static Optional<UnrecordedFile> published(InsurerCode insurer, FileSnapshot fileSnapshot, int next) {
        return UnrecordedFile.parsePublished(fileSnapshot.name())
                .filter(name -> name.insurer().equals(insurer) && name.sequence() >= next)
                .map(name -> UnrecordedFile.published(insurer, fileSnapshot));
    }

    /** Finds sent lists in the spool. If only the sequence of the last one is known, reports it with size 0. */
    void scanSpool(InsurerCode insurer) {
        int sent = highestSentSequence.find(insurer).orElse(0);
        int next = lists.next(insurer).sequence();
        if (sent < next) {
            return;
        }
        List<UnrecordedFile> unknown = new ArrayList<>();
        try {
            for (Path file : FolderWalk.list(spool.lists(insurer))) {
                String name = file.getFileName().toString();
                int sequence = UnrecordedFile.parsePublished(name)
                        .map(ManifestFileName::sequence)
                        .orElse(0);
                if (sequence >= next && sequence <= sent) {
                    unknown.add(UnrecordedFile.published(
                            insurer,
                            new FileSnapshot(
                                    name,
                                    Files.size(file),
                                    Files.getLastModifiedTime(file).toInstant())));
                }
            }
        } catch (IOException e) {
            throw new SpoolException("read", "the lists of " + insurer, e);
        }
        if (unknown.isEmpty()) {
            unknown.add(UnrecordedFile.published(
                    insurer,
                    new FileSnapshot(
                            new BlockListFileName(insurer, sent, ListKind.FULL).fileName(),
                            0,
                            highestSentSequence.recordedAt(insurer))));
        }
        report(insurer, unknown);
    }

    /** Reports files that were not reported before; the first one opens a recovery. */
    private void report(InsurerCode insurer, List<UnrecordedFile> seen) {
        List<UnrecordedFile> unreported = new ArrayList<>(seen);
        seen.stream()
                .collect(Collectors.groupingBy(UnrecordedFile::kind))
                .forEach((kind, files) -> unreported.removeAll(alreadyReported(insurer, kind, files)));
        if (unreported.isEmpty()) {
            return;
        }
        String first = unreported.get(0).name();
        Recovery recovery = recoveries.openOnce(insurer, first, clock.instant());
        LOG.warn("{} of {} has no record", first, insurer);
        unreported.forEach(file -> unrecordedFiles.report(recovery, file));
    }

    private List<UnrecordedFile> alreadyReported(
            InsurerCode insurer, UnrecordedFile.Kind kind, List<UnrecordedFile> files) {
        Set<String> names = unrecordedFiles.findReported(
                insurer, kind, files.stream().map(UnrecordedFile::name).toList());
        return files.stream().filter(file -> names.contains(file.name())).toList();
    }

    /** Works in batches, which limits the memory for folders with millions of files. */
    private static void inBatches(DropSession drop, DropFolder folder, Consumer<List<FileSnapshot>> work) {
        List<FileSnapshot> batch = new ArrayList<>();
        drop.list(folder, fileSnapshot -> {
            batch.add(fileSnapshot);
            if (batch.size() == BATCH) {
                work.accept(List.copyOf(batch));
                batch.clear();
            }
        });
        if (!batch.isEmpty()) {
            work.accept(List.copyOf(batch));
        }
    }

    /** A recorded file that is in {@code archive/} although its record does not say so, after a crash or restore. */
    public record ArchivedInboundFile(InboundFile file, String archivedAs) {}
}
