package jinbo.exchange.sftp.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import jinbo.exchange.sftp.DropException.DropConflictException;
import jinbo.exchange.sftp.DropException.DropRefusedException;
import jinbo.exchange.sftp.DropFolder;
import jinbo.exchange.sftp.FetchOutcome;
import jinbo.exchange.sftp.FileFetch;
import jinbo.exchange.sftp.FileSnapshot;
import jinbo.exchange.sftp.FolderScanner;
import jinbo.exchange.sftp.RemoteFiles;
import jinbo.exchange.sftp.TransferProgressListener;
import jinbo.exchange.sftp.UploadArchiver;
import jinbo.exchange.sftp.UploadArchiver.ArchiveOutcome;
import jinbo.exchange.sftp.UploadStabilityCheck;

/** Treats a test file like an upload, to check the collection: scans twice, fetches, archives; then deletes it. */
final class CollectionCheck {

    private final RemoteFiles remote;
    private final UploadStabilityCheck uploadStabilityCheck;
    private final Path scratch;
    private final String name;
    private boolean written;
    private Optional<FileSnapshot> snapshot = Optional.empty();

    CollectionCheck(RemoteFiles remote, UploadStabilityCheck uploadStabilityCheck, Path scratch, String name) {
        this.remote = remote;
        this.uploadStabilityCheck = uploadStabilityCheck;
        this.scratch = scratch;
        this.name = name;
    }

    DropCheckResult collect() {
        try {
            write();
        } catch (DropRefusedException reportedByNextStep) {
            return found(DropCheckCode.NOT_TRIED);
        }
        UploadStabilityCheck.Result settled = uploadStabilityCheck.on(
                () -> FolderScanner.forProbe(remote, DropFolder.UPLOAD, name).scan());
        if (settled.stable().isEmpty()) {
            return unstable(settled);
        }
        FileSnapshot fileSnapshot = settled.stable().get(0);
        snapshot = Optional.of(fileSnapshot);
        try {
            return fetch(fileSnapshot);
        } catch (DropRefusedException e) {
            return DropCheckResult.refused(DropCheckCode.UPLOAD_NOT_READABLE, e);
        }
    }

    private static DropCheckResult unstable(UploadStabilityCheck.Result settled) {
        return settled.changing().stream()
                .findFirst()
                .map(later -> found(DropCheckCode.UPLOAD_NEVER_STILL, later.size(), later.modified()))
                .orElseGet(() -> found(
                        settled.strange() > 0 ? DropCheckCode.UPLOAD_SEEN_STRANGE : DropCheckCode.UPLOAD_NOT_SEEN));
    }

    private DropCheckResult fetch(FileSnapshot fileSnapshot) {
        Path copy = scratch.resolve(name + ".up");
        try {
            FetchOutcome outcome = new FileFetch(
                            remote, DropFolder.UPLOAD, 2 * CheckTestFile.size(), TransferProgressListener.SILENT)
                    .fetch(fileSnapshot, copy);
            Files.deleteIfExists(copy);
            Optional<RemoteFiles.Attributes> now = remote.find(DropFolder.UPLOAD, name);
            if (!(outcome instanceof FetchOutcome.Fetched fetched)) {
                return found(
                        DropCheckCode.UPLOAD_LOOKS_DIFFER,
                        fileSnapshot.size(),
                        fileSnapshot.modified(),
                        now.map(file -> String.valueOf(file.size())).orElse("-"),
                        now.map(file -> file.modified().toString()).orElse("-"));
            }
            if (!fetched.sha256().equals(CheckTestFile.sha256())) {
                return found(DropCheckCode.CAME_BACK_CHANGED, "upload/");
            }
            return now.filter(file -> !fileSnapshot.isUnchanged(file))
                    .map(file -> found(DropCheckCode.UPLOAD_TIMES_DIFFER, fileSnapshot.modified(), file.modified()))
                    .orElseGet(() -> found(DropCheckCode.UPLOAD_COLLECTED, fetched.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + scratch + " cannot be used", e);
        }
    }

    DropCheckResult moveToArchive() {
        try {
            write();
        } catch (DropRefusedException e) {
            return DropCheckResult.refused(DropCheckCode.UPLOAD_NOT_WRITABLE, e);
        }
        Optional<DropCheckResult> failure = move();
        if (failure.isPresent()) {
            // what the server refuses to delete now is removed by a later check
            CheckTestFile.remove(remote, DropFolder.UPLOAD, name);
            CheckTestFile.remove(remote, DropFolder.ARCHIVE, name);
            return failure.get();
        }
        try {
            remote.removeIfThere(DropFolder.ARCHIVE, name);
            return DropCheckCode.ARCHIVE_TAKES.with();
        } catch (DropRefusedException e) {
            return DropCheckResult.refused(DropCheckCode.ARCHIVE_NOT_DELETABLE, e, name);
        }
    }

    /** Archives the file like an upload if the scan found it; otherwise only moves it. */
    private Optional<DropCheckResult> move() {
        try {
            if (snapshot.isEmpty()) {
                return remote.moveUnlessTaken(DropFolder.UPLOAD, name, DropFolder.ARCHIVE, name)
                        ? Optional.empty()
                        : Optional.of(existsInBoth());
            }
            ArchiveOutcome outcome =
                    new UploadArchiver(remote, Optional.of(CheckTestFile.sha256()), 1).archive(snapshot.get(), name);
            return outcome instanceof ArchiveOutcome.Archived
                    ? Optional.empty()
                    : Optional.of(DropCheckCode.ARCHIVE_CHANGES.with());
        } catch (DropRefusedException e) {
            return Optional.of(DropCheckResult.refused(DropCheckCode.ARCHIVE_REFUSES, e));
        } catch (DropConflictException e) {
            return Optional.of(existsInBoth());
        }
    }

    private DropCheckResult existsInBoth() {
        return DropCheckCode.ARCHIVE_REFUSES.with("archive/" + name + " is there, and upload/" + name + " stays");
    }

    private void write() {
        if (!written) {
            CheckTestFile.write(remote, DropFolder.UPLOAD, name);
            written = true;
        }
    }

    private static DropCheckResult found(DropCheckCode code, Object... facts) {
        return DropCheckResult.of(DropCheckStep.COLLECT_UPLOAD, code, facts);
    }
}
