package jinbo.exchange.sftp;

import java.time.Instant;
import java.util.Optional;

/**
 * Tries to list {@code upload/}, and what a run has to do in {@code download/}, with a small file of its own that it
 * takes away.
 */
final class CheckRights {

    private static final String PART = ".part";

    private final RemoteFiles remote;
    private final String name;
    private Optional<Instant> written = Optional.empty();

    /**
     * @param name of the file, which nobody else uses
     */
    CheckRights(RemoteFiles remote, String name) {
        this.remote = remote;
        this.name = name;
    }

    /** When the server says that it was written in {@code download/}. */
    Optional<Instant> written() {
        return written;
    }

    CheckResult listUpload() {
        Look look;
        try {
            look = new Looking(remote, DropFolder.UPLOAD, any -> true).look();
        } catch (DropRefusedException e) {
            return CheckResult.refused(CheckStep.LIST_UPLOAD, CheckCode.UPLOAD_NOT_LISTED, e);
        }
        long waiting = look.sightings().size() + (long) look.beyond();
        return look.strange() == 0
                ? CheckResult.of(CheckStep.LIST_UPLOAD, CheckCode.UPLOAD_LISTED, waiting)
                : CheckResult.of(CheckStep.LIST_UPLOAD, CheckCode.UPLOAD_STRANGE, waiting, look.strange());
    }

    CheckResult writeDownload() {
        DropFolder folder = DropFolder.DOWNLOAD;
        try {
            CheckFile.write(remote, folder, name + PART);
        } catch (DropRefusedException e) {
            return CheckResult.refused(CheckStep.WRITE_DOWNLOAD, CheckCode.DOWNLOAD_NOT_WRITABLE, e);
        }
        try {
            written = remote.find(folder, name + PART).map(RemoteFile::modified);
            if (!remote.moveUnlessTaken(folder, name + PART, folder, name)) {
                return afterRemoving(
                        folder,
                        CheckResult.of(CheckStep.WRITE_DOWNLOAD, CheckCode.DOWNLOAD_NOT_RENAMABLE, both(folder)));
            }
        } catch (DropRefusedException e) {
            return afterRemoving(
                    folder, CheckResult.refused(CheckStep.WRITE_DOWNLOAD, CheckCode.DOWNLOAD_NOT_RENAMABLE, e));
        }
        return remove(folder, name)
                .orElseGet(() -> CheckResult.of(CheckStep.WRITE_DOWNLOAD, CheckCode.DOWNLOAD_WRITABLE));
    }

    /** What could not be renamed goes under its first name, and what has come to be under the second one, too. */
    private CheckResult afterRemoving(DropFolder folder, CheckResult found) {
        return remove(folder, name + PART).or(() -> remove(folder, name)).orElse(found);
    }

    private String both(DropFolder folder) {
        return folder.folderName() + "/" + name + " is there, and " + name + PART + " stays";
    }

    private Optional<CheckResult> remove(DropFolder folder, String what) {
        try {
            remote.removeIfThere(folder, what);
            return Optional.empty();
        } catch (DropRefusedException e) {
            return Optional.of(
                    CheckResult.refused(CheckStep.WRITE_DOWNLOAD, CheckCode.DOWNLOAD_NOT_DELETABLE, e, what));
        }
    }
}
