package jinbo.exchange.sftp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import jinbo.platform.error.ErrorMessage;

/**
 * One connection of an insurer to its own drop. Not for several threads at once. A failure of the drop is a
 * {@link DropException}; an {@link IOException} is always about the local file.
 */
public final class InsurerDropSession implements AutoCloseable {

    private static final ErrorMessage IF_UPLOADED_OTHERWISE = ErrorMessage.of(DropError.UPLOADED_OTHERWISE);

    private final RemoteFiles remote;

    InsurerDropSession(RemoteFiles remote) {
        this.remote = remote;
    }

    /**
     * Puts a file into {@code upload/}: written as {@code .part}, made durable where the server offers it, renamed when whole, so
     * that the association never takes half of it. Repeating it is harmless as long as it has not been answered.
     *
     * @param name its name in {@code upload/}, at most 245 bytes
     * @throws DropConflictException if other bytes lie under that name
     */
    public DeliveryOutcome put(Path sealed, String name) throws IOException {
        return new FileDelivery(remote, DropFolder.UPLOAD, IF_UPLOADED_OTHERWISE, TransferProgressListener.SILENT)
                .deliver(sealed, name);
    }

    /**
     * Whether the association has answered this very file, which lies in {@code archive/} then.
     *
     * @return false, too, where the server does not let us look
     * @throws DropConflictException if other bytes lie there under that name
     */
    public boolean isArchived(Path sealed, String name) throws IOException {
        try {
            return new FileDelivery(remote, DropFolder.ARCHIVE, IF_UPLOADED_OTHERWISE, TransferProgressListener.SILENT)
                    .isThere(sealed, name);
        } catch (DropRefusedException nobodyMayLook) {
            return false;
        }
    }

    /** Whether anything lies under a name in a folder; false, too, where the server does not let us look. */
    public boolean holds(DropFolder folder, String name) {
        try {
            return remote.find(folder, name).isPresent();
        } catch (DropRefusedException nobodyMayLook) {
            return false;
        }
    }

    /**
     * Looks what lies whole in {@code download/}: no {@code .part}, no {@code .tmp}, no dot files.
     *
     * @param wanted by name; what is not wanted does not use up the {@link FolderScan#MAX_FILES} places of a look
     * @throws DropFolderMissingException if there is no such folder
     */
    public FolderScan look(Predicate<String> wanted) {
        return new FolderScanner(remote, DropFolder.DOWNLOAD, wanted).look();
    }

    /** All that lies whole in {@code download/}. */
    public FolderScan look() {
        return look(name -> true);
    }

    /**
     * Fetches a file from {@code download/} as it was sighted; beside the target as {@code .part} until it is whole and durable.
     *
     * @param maxBytes more than this is not read
     */
    public FetchOutcome fetch(FileSnapshot fileSnapshot, Path target, long maxBytes) throws IOException {
        return new FileFetch(remote, DropFolder.DOWNLOAD, maxBytes, TransferProgressListener.SILENT)
                .fetch(fileSnapshot, target);
    }

    /**
     * Deletes a file in {@code download/} if it is still the one that was sighted.
     *
     * @return whether it is gone now; false if another file lies under its name, which stays
     */
    public boolean delete(FileSnapshot fileSnapshot) {
        Optional<RemoteFiles.Attributes> now = remote.find(DropFolder.DOWNLOAD, fileSnapshot.name());
        if (now.isPresent() && !remote.isStill(DropFolder.DOWNLOAD, fileSnapshot, now.get())) {
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
