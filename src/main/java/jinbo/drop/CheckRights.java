package jinbo.drop;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Tries what a run has to do in the three folders, with a small file of its own that it takes away. */
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
            return CheckResult.of(CheckStep.LIST_UPLOAD, CheckCode.UPLOAD_NOT_LISTED, Trouble.words(e));
        }
        long waiting = look.sightings().size() + (long) look.beyond();
        return look.strange() == 0
                ? CheckResult.of(CheckStep.LIST_UPLOAD, CheckCode.UPLOAD_LISTED, waiting)
                : CheckResult.of(CheckStep.LIST_UPLOAD, CheckCode.UPLOAD_STRANGE, waiting, look.strange());
    }

    CheckResult writeDownload() {
        DropFolder folder = DropFolder.DOWNLOAD;
        try {
            write(folder);
        } catch (DropRefusedException e) {
            return CheckResult.of(CheckStep.WRITE_DOWNLOAD, CheckCode.DOWNLOAD_NOT_WRITABLE, Trouble.words(e));
        }
        written = remote.find(folder, name + PART).map(RemoteFile::modified);
        try {
            if (!remote.moveUnlessTaken(folder, name + PART, folder, name)) {
                return afterRemoving(
                        folder,
                        CheckResult.of(CheckStep.WRITE_DOWNLOAD, CheckCode.DOWNLOAD_NOT_RENAMABLE, both(folder)));
            }
        } catch (DropRefusedException e) {
            return afterRemoving(
                    folder,
                    CheckResult.of(CheckStep.WRITE_DOWNLOAD, CheckCode.DOWNLOAD_NOT_RENAMABLE, Trouble.words(e)));
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
                    CheckResult.of(CheckStep.WRITE_DOWNLOAD, CheckCode.DOWNLOAD_NOT_DELETABLE, Trouble.words(e), what));
        }
    }

    CheckResult moveToArchive() {
        try {
            write(DropFolder.UPLOAD);
        } catch (DropRefusedException e) {
            return CheckResult.of(CheckStep.MOVE_TO_ARCHIVE, CheckCode.UPLOAD_NOT_WRITABLE, Trouble.words(e));
        }
        try {
            if (!remote.moveUnlessTaken(DropFolder.UPLOAD, name + PART, DropFolder.ARCHIVE, name)) {
                takeAway();
                return CheckResult.of(CheckStep.MOVE_TO_ARCHIVE, CheckCode.ARCHIVE_REFUSES, both(DropFolder.ARCHIVE));
            }
        } catch (DropRefusedException e) {
            takeAway();
            return CheckResult.of(CheckStep.MOVE_TO_ARCHIVE, CheckCode.ARCHIVE_REFUSES, Trouble.words(e));
        }
        try {
            remote.removeIfThere(DropFolder.ARCHIVE, name);
            return CheckResult.of(CheckStep.MOVE_TO_ARCHIVE, CheckCode.ARCHIVE_TAKES);
        } catch (DropRefusedException e) {
            return CheckResult.of(CheckStep.MOVE_TO_ARCHIVE, CheckCode.ARCHIVE_NOT_DELETABLE, Trouble.words(e), name);
        }
    }

    /** As far as the server lets us: that nothing can be moved is what counts, and a later check takes the rest away. */
    private void takeAway() {
        removed(DropFolder.UPLOAD, name + PART);
        removed(DropFolder.ARCHIVE, name);
    }

    private boolean removed(DropFolder folder, String what) {
        try {
            remote.removeIfThere(folder, what);
            return true;
        } catch (DropRefusedException refused) {
            return false;
        }
    }

    private void write(DropFolder folder) {
        byte[] text = text();
        try (RemoteWriter writer = remote.create(folder, name + PART)) {
            writer.write(text, text.length);
            writer.finish();
        }
    }

    /** What the files of a check hold. */
    static byte[] text() {
        return "a check of this drop by jinbo; remove it if you find it\n".getBytes(StandardCharsets.US_ASCII);
    }
}
