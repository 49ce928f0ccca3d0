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

    Checked listUpload() {
        Look look;
        try {
            look = new Looking(remote, DropFolder.UPLOAD, any -> true).look();
        } catch (DropRefusedException e) {
            return Checked.of(CheckStep.LIST_UPLOAD, CheckCode.UPLOAD_NOT_LISTED, DropCheck.said(e));
        }
        long waiting = look.sightings().size() + (long) look.beyond();
        return look.strange() == 0
                ? Checked.of(CheckStep.LIST_UPLOAD, CheckCode.UPLOAD_LISTED, waiting)
                : Checked.of(CheckStep.LIST_UPLOAD, CheckCode.UPLOAD_STRANGE, waiting, look.strange());
    }

    Checked writeDownload() {
        DropFolder folder = DropFolder.DOWNLOAD;
        try {
            write(folder);
        } catch (DropRefusedException e) {
            return Checked.of(CheckStep.WRITE_DOWNLOAD, CheckCode.DOWNLOAD_NOT_WRITABLE, DropCheck.said(e));
        }
        written = remote.find(folder, name + PART).map(RemoteFile::modified);
        try {
            if (!remote.moveUnlessTaken(folder, name + PART, folder, name)) {
                return Checked.of(CheckStep.WRITE_DOWNLOAD, CheckCode.DOWNLOAD_NOT_RENAMABLE, name);
            }
        } catch (DropRefusedException e) {
            Optional<Checked> left = remove(folder, name + PART);
            return left.orElseGet(
                    () -> Checked.of(CheckStep.WRITE_DOWNLOAD, CheckCode.DOWNLOAD_NOT_RENAMABLE, DropCheck.said(e)));
        }
        return remove(folder, name).orElseGet(() -> Checked.of(CheckStep.WRITE_DOWNLOAD, CheckCode.DOWNLOAD_WRITABLE));
    }

    private Optional<Checked> remove(DropFolder folder, String what) {
        try {
            remote.removeIfThere(folder, what);
            return Optional.empty();
        } catch (DropRefusedException e) {
            return Optional.of(
                    Checked.of(CheckStep.WRITE_DOWNLOAD, CheckCode.DOWNLOAD_NOT_DELETABLE, DropCheck.said(e), what));
        }
    }

    Checked moveToArchive() {
        try {
            write(DropFolder.UPLOAD);
        } catch (DropRefusedException e) {
            return Checked.of(CheckStep.MOVE_TO_ARCHIVE, CheckCode.UPLOAD_NOT_WRITABLE, DropCheck.said(e));
        }
        try {
            remote.moveUnlessTaken(DropFolder.UPLOAD, name + PART, DropFolder.ARCHIVE, name);
        } catch (DropRefusedException e) {
            remove(DropFolder.UPLOAD, name + PART);
            return Checked.of(CheckStep.MOVE_TO_ARCHIVE, CheckCode.ARCHIVE_REFUSES, DropCheck.said(e));
        }
        try {
            remote.removeIfThere(DropFolder.ARCHIVE, name);
            return Checked.of(CheckStep.MOVE_TO_ARCHIVE, CheckCode.ARCHIVE_TAKES);
        } catch (DropRefusedException e) {
            return Checked.of(CheckStep.MOVE_TO_ARCHIVE, CheckCode.ARCHIVE_NOT_DELETABLE, DropCheck.said(e), name);
        }
    }

    private void write(DropFolder folder) {
        byte[] text = "a check of this drop by jinbo; remove it if you find it\n".getBytes(StandardCharsets.US_ASCII);
        try (RemoteWriter writer = remote.create(folder, name + PART)) {
            writer.write(text, text.length);
            writer.finish();
        }
    }
}
