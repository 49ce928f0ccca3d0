package jinbo.exchange.sftp.check;

import java.time.Instant;
import java.util.Optional;
import jinbo.exchange.sftp.DropFolder;
import jinbo.exchange.sftp.DropRefusedException;
import jinbo.exchange.sftp.FolderScan;
import jinbo.exchange.sftp.FolderScanner;
import jinbo.exchange.sftp.RemoteFiles;

/**
 * Tries to list {@code upload/}, and what a run has to do in {@code download/}, with a small file of its own that it
 * takes away.
 */
final class PermissionCheck {

    private static final String PART = ".part";

    private final RemoteFiles remote;
    private final String name;
    private Optional<Instant> written = Optional.empty();

    /** @param name of the file, which nobody else uses */
    PermissionCheck(RemoteFiles remote, String name) {
        this.remote = remote;
        this.name = name;
    }

    /** When the server says that it was written in {@code download/}. */
    Optional<Instant> written() {
        return written;
    }

    DropCheckResult listUpload() {
        FolderScan folderScan;
        try {
            folderScan = new FolderScanner(remote, DropFolder.UPLOAD, any -> true).look();
        } catch (DropRefusedException e) {
            return DropCheckResult.refused(DropCheckStep.LIST_UPLOAD, DropCheckCode.UPLOAD_NOT_LISTED, e);
        }
        long waiting = folderScan.files().size() + (long) folderScan.beyond();
        return folderScan.strange() == 0
                ? DropCheckResult.of(DropCheckStep.LIST_UPLOAD, DropCheckCode.UPLOAD_LISTED, waiting)
                : DropCheckResult.of(
                        DropCheckStep.LIST_UPLOAD, DropCheckCode.UPLOAD_STRANGE, waiting, folderScan.strange());
    }

    DropCheckResult writeDownload() {
        DropFolder folder = DropFolder.DOWNLOAD;
        try {
            CheckTestFile.write(remote, folder, name + PART);
        } catch (DropRefusedException e) {
            return DropCheckResult.refused(DropCheckStep.WRITE_DOWNLOAD, DropCheckCode.DOWNLOAD_NOT_WRITABLE, e);
        }
        try {
            written = remote.find(folder, name + PART).map(RemoteFiles.Attributes::modified);
            if (!remote.moveUnlessTaken(folder, name + PART, folder, name)) {
                return afterRemoving(
                        folder,
                        DropCheckResult.of(
                                DropCheckStep.WRITE_DOWNLOAD, DropCheckCode.DOWNLOAD_NOT_RENAMABLE, both(folder)));
            }
        } catch (DropRefusedException e) {
            return afterRemoving(
                    folder,
                    DropCheckResult.refused(DropCheckStep.WRITE_DOWNLOAD, DropCheckCode.DOWNLOAD_NOT_RENAMABLE, e));
        }
        return remove(folder, name)
                .orElseGet(() -> DropCheckResult.of(DropCheckStep.WRITE_DOWNLOAD, DropCheckCode.DOWNLOAD_WRITABLE));
    }

    /** What could not be renamed goes under its first name, and what has come to be under the second one, too. */
    private DropCheckResult afterRemoving(DropFolder folder, DropCheckResult found) {
        return remove(folder, name + PART).or(() -> remove(folder, name)).orElse(found);
    }

    private String both(DropFolder folder) {
        return folder.folderName() + "/" + name + " is there, and " + name + PART + " stays";
    }

    private Optional<DropCheckResult> remove(DropFolder folder, String what) {
        try {
            remote.removeIfThere(folder, what);
            return Optional.empty();
        } catch (DropRefusedException e) {
            return Optional.of(DropCheckResult.refused(
                    DropCheckStep.WRITE_DOWNLOAD, DropCheckCode.DOWNLOAD_NOT_DELETABLE, e, what));
        }
    }
}
