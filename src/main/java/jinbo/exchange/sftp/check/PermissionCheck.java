package jinbo.exchange.sftp.check;

import java.time.Instant;
import java.util.Optional;
import jinbo.exchange.sftp.DropException.DropRefusedException;
import jinbo.exchange.sftp.DropFolder;
import jinbo.exchange.sftp.FolderScanner;
import jinbo.exchange.sftp.FolderScanner.FolderScan;
import jinbo.exchange.sftp.RemoteFiles;

/** Lists {@code upload/}; writes, renames and deletes a test file in {@code download/}. */
final class PermissionCheck {

    private static final String PART = ".part";

    private final RemoteFiles remote;
    private final String name;
    private Optional<Instant> written = Optional.empty();

    PermissionCheck(RemoteFiles remote, String name) {
        this.remote = remote;
        this.name = name;
    }

    /** The server's time of the test file in {@code download/}. */
    Optional<Instant> written() {
        return written;
    }

    DropCheckResult listUpload() {
        FolderScan folderScan;
        try {
            folderScan = new FolderScanner(remote, DropFolder.UPLOAD, any -> true).scan();
        } catch (DropRefusedException e) {
            return DropCheckResult.refused(DropCheckCode.UPLOAD_NOT_LISTED, e);
        }
        long waiting = folderScan.files().size() + (long) folderScan.beyond();
        return folderScan.strange() == 0
                ? DropCheckResult.of(DropCheckCode.UPLOAD_LISTED, waiting)
                : DropCheckResult.of(DropCheckCode.UPLOAD_STRANGE, waiting, folderScan.strange());
    }

    DropCheckResult writeDownload() {
        DropFolder folder = DropFolder.DOWNLOAD;
        try {
            CheckTestFile.write(remote, folder, name + PART);
        } catch (DropRefusedException e) {
            return DropCheckResult.refused(DropCheckCode.DOWNLOAD_NOT_WRITABLE, e);
        }
        try {
            written = remote.find(folder, name + PART).map(RemoteFiles.Attributes::modified);
            if (!remote.moveUnlessTaken(folder, name + PART, folder, name)) {
                return afterRemoving(folder, DropCheckResult.of(DropCheckCode.DOWNLOAD_NOT_RENAMABLE, both(folder)));
            }
        } catch (DropRefusedException e) {
            return afterRemoving(folder, DropCheckResult.refused(DropCheckCode.DOWNLOAD_NOT_RENAMABLE, e));
        }
        return remove(folder, name).orElseGet(() -> DropCheckResult.of(DropCheckCode.DOWNLOAD_WRITABLE));
    }

    /** A failed rename may have left both names. */
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
            return Optional.of(DropCheckResult.refused(DropCheckCode.DOWNLOAD_NOT_DELETABLE, e, what));
        }
    }
}
