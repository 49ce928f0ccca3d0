package jinbo.batch.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jinbo.exchange.format.InboundFileName.ArchivedFileName;
import jinbo.exchange.sftp.DropFolder;
import jinbo.exchange.sftp.DropSession;
import jinbo.exchange.sftp.FileSnapshot;
import jinbo.participant.insurer.InsurerCode;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.stereotype.Component;

/**
 * Looks for answered uploads in {@code archive/} that no record knows. An upload is archived after its record says that it was
 * judged and answered, so one that lies there unrecorded or unjudged is later than the record.
 */
@Component
record ScanArchive(InboundFiles inbound, ReportUnrecordedFiles reportUnrecordedFiles) {

    /** Names them, and gives the recorded files that turn out to lie there. */
    List<ArchivedInboundFile> look(InsurerCode insurer, DropSession drop) {
        List<ArchivedInboundFile> found = new ArrayList<>();
        FolderBatches.of(
                drop, DropFolder.ARCHIVE, batch -> reportUnrecordedFiles.name(insurer, unknown(insurer, batch, found)));
        return found;
    }

    private List<UnrecordedFile> unknown(
            InsurerCode insurer, List<FileSnapshot> batch, List<ArchivedInboundFile> found) {
        // in this order: what another process archives meanwhile leaves the first answer only to stand in the second
        List<InboundFile> perhaps = new ArrayList<>(inbound.findPossiblyArchived(insurer));
        Map<String, Set<Long>> known = inbound.archivedAs(
                insurer, batch.stream().map(FileSnapshot::name).toList());
        List<UnrecordedFile> unknown = new ArrayList<>();
        for (FileSnapshot fileSnapshot : batch) {
            Optional<ArchivedFileName> name = ArchivedFileName.parse(insurer, fileSnapshot.name())
                    .filter(any ->
                            !known.getOrDefault(fileSnapshot.name(), Set.of()).contains(fileSnapshot.size()));
            Optional<InboundFile> recorded = name.flatMap(archived -> perhaps.stream()
                    .filter(file -> isOne(file, archived, fileSnapshot))
                    .findFirst());
            recorded.ifPresent(file -> {
                perhaps.remove(file);
                found.add(new ArchivedInboundFile(file, fileSnapshot.name()));
            });
            if (name.isPresent() && recorded.flatMap(InboundFile::verdict).isEmpty()) {
                unknown.add(UnrecordedFile.upload(
                        insurer,
                        fileSnapshot.name(),
                        fileSnapshot.size(),
                        fileSnapshot.modified(),
                        name.get().stem()));
            }
        }
        return unknown;
    }

    private static boolean isOne(InboundFile file, ArchivedFileName name, FileSnapshot fileSnapshot) {
        String archivedAs = file.nameFault().isPresent() ? file.stem() + ".pgp" : file.remoteName();
        return archivedAs.equals(name.original())
                && file.size() == fileSnapshot.size()
                && file.modified().equals(fileSnapshot.modified());
    }
}
