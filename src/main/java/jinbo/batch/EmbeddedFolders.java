package jinbo.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import jinbo.cases.CaseFile;
import jinbo.cases.CaseFiles;
import jinbo.exchange.keys.CertificateAnnouncements;
import jinbo.exchange.keys.CertificateAnnouncements.CertificateAnnouncement;
import jinbo.exchange.sftp.DropFolder;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.files.OwnerOnlyPermissions;
import jinbo.platform.home.Home;
import jinbo.platform.home.HomeException;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.stereotype.Component;

/**
 * The folders of drops on the embedded server. One that vanishes after use is not created again: that would hide a
 * loss.
 */
@Component
public record EmbeddedFolders(
        Home home,
        InboundFiles inbound,
        BlockLists lists,
        CaseFiles caseFiles,
        CertificateAnnouncements certificateAnnouncements) {

    Path root(InsurerCode insurer) {
        return home.drops().resolve(insurer.value());
    }

    /** @throws HomeException if a folder cannot be created */
    void prepare(InsurerCode insurer) {
        List<DropFolder> missing = missing(insurer);
        if (missing.isEmpty() || haveBeenUsed(insurer)) {
            return;
        }
        try {
            for (DropFolder folder : missing) {
                OwnerOnlyPermissions.createFolder(root(insurer).resolve(folder.folderName()));
            }
        } catch (IOException e) {
            throw new HomeException(BatchError.DROP_NOT_MADE, home.drops(), insurer).causedBy(e);
        }
    }

    /** Finds the folders of a drop that have vanished after use; none for an insurer with its own server. */
    public List<DropFolder> vanished(Insurer insurer) {
        List<DropFolder> missing =
                insurer.drop() instanceof DropLocation.Embedded ? missing(insurer.code()) : List.of();
        return missing.isEmpty() || !haveBeenUsed(insurer.code()) ? List.of() : missing;
    }

    private List<DropFolder> missing(InsurerCode insurer) {
        return Arrays.stream(DropFolder.values())
                .filter(folder -> !Files.isDirectory(root(insurer).resolve(folder.folderName())))
                .toList();
    }

    private boolean haveBeenUsed(InsurerCode insurer) {
        return lists.last(insurer).isPresent()
                || !inbound.newest(insurer, 1).isEmpty()
                || caseFiles.of(insurer).stream().anyMatch(CaseFile::isDelivered)
                || certificateAnnouncements.of(insurer).stream().anyMatch(CertificateAnnouncement::isDelivered);
    }
}
