package jinbo.exchange.sftp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import jinbo.exchange.sftp.DropException.DropConflictException;
import jinbo.exchange.sftp.DropException.DropRefusedException;
import jinbo.exchange.sftp.FolderScanner.FolderScan;
import jinbo.platform.error.ErrorMessage;

/**
 * A connection of an insurer to its own drop. Not thread-safe. Failures of the drop are {@link DropException}s; an
 * {@link IOException} always concerns the local file.
 */
public final class InsurerDropSession implements AutoCloseable {

    private static final ErrorMessage IF_UPLOADED_OTHERWISE = ErrorMessage.of(DropError.UPLOADED_OTHERWISE);

    private final RemoteFiles remote;

    InsurerDropSession(RemoteFiles remote) {
        this.remote = remote;
    }

    /**
     * Puts a file into {@code upload/}: writes it as {@code .part}, makes it durable if the server can, and renames it when it is
     * complete. Until the upload is answered, a repetition has no effect.
     *
     * @param name its name in {@code upload/}, at most 245 bytes
     * @throws DropConflictException if a file with other content has the name
     */
    public DeliveryOutcome put(Path sealed, String name) throws IOException {
        return new FileDelivery(remote, DropFolder.UPLOAD, IF_UPLOADED_OTHERWISE, TransferProgressListener.SILENT)
                .deliver(sealed, name);
    }

    /**
     * True if the association has answered this file, which is in {@code archive/} then; false also if the server refuses access.
     *
     * @throws DropConflictException if a file with other content has the name there
     */
    public boolean isArchived(Path sealed, String name) throws IOException {
        try {
            return new FileDelivery(remote, DropFolder.ARCHIVE, IF_UPLOADED_OTHERWISE, TransferProgressListener.SILENT)
                    .isThere(sealed, name);
        } catch (DropRefusedException accessRefused) {
            return false;
        }
    }

    /** True if a folder has an entry with this name; false also if the server refuses access. */
    public boolean holds(DropFolder folder, String name) {
        try {
            return remote.find(folder, name).isPresent();
        } catch (DropRefusedException accessRefused) {
            return false;
        }
    }

    /**
     * Lists the complete files in {@code download/}: no {@code .part}, no {@code .tmp}, no dot files.
     *
     * @param wanted selects names; other files do not count towards {@link FolderScan#MAX_FILES}
     */
    public FolderScan scan(Predicate<String> wanted) {
        return new FolderScanner(remote, DropFolder.DOWNLOAD, wanted).scan();
    }

    /** As {@link DropSession#fetch}, from {@code download/}. */
    public FetchOutcome fetch(FileSnapshot fileSnapshot, Path target, long maxBytes) throws IOException {
        return new FileFetch(remote, DropFolder.DOWNLOAD, maxBytes, TransferProgressListener.SILENT)
                .fetch(fileSnapshot, target);
    }

    /** Deletes a file in {@code download/}. Returns false if it has changed since its snapshot; it stays then. */
    public boolean delete(FileSnapshot fileSnapshot) {
        Optional<RemoteFiles.Attributes> now = remote.find(DropFolder.DOWNLOAD, fileSnapshot.name());
        if (now.isPresent() && !remote.isUnchanged(DropFolder.DOWNLOAD, fileSnapshot, now.get())) {
            return false;
        }
        remote.removeIfThere(DropFolder.DOWNLOAD, fileSnapshot.name());
        return true;
    }

    @Override
    public void close() {
        remote.close();
    }
}
