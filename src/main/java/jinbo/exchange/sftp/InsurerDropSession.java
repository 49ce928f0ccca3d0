package jinbo.exchange.sftp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;
import jinbo.exchange.sftp.DropException.DropRefusedException;
import jinbo.exchange.sftp.FolderScanner.FolderScan;
import jinbo.platform.error.ErrorMessage;

/** A connection of an insurer to its own drop; the counterpart of {@link DropSession}. */
public record InsurerDropSession(RemoteFiles remote) implements AutoCloseable {

    private static final ErrorMessage IF_UPLOADED_OTHERWISE = ErrorMessage.of(DropError.UPLOADED_OTHERWISE);

    /** Like {@link DropSession#deliver(Path, String)}, but into {@code upload/} and until the upload is answered. */
    public DeliveryOutcome put(Path sealed, String name) throws IOException {
        return new FileDelivery(remote, DropFolder.UPLOAD, IF_UPLOADED_OTHERWISE, TransferProgressListener.SILENT)
                .deliver(sealed, name);
    }

    /** True if the file is in {@code archive/}, which means that the association has answered it. */
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

    /** Lists complete files in {@code download/}. Only the wanted names count toward the limit of files. */
    public FolderScan scan(Predicate<String> wanted) {
        return new FolderScanner(remote, DropFolder.DOWNLOAD, wanted).scan();
    }

    /** Like {@link DropSession#fetch}, from {@code download/}. */
    public FetchOutcome fetch(FileSnapshot fileSnapshot, Path target, long maxBytes) throws IOException {
        return new FileFetch(remote, DropFolder.DOWNLOAD, maxBytes, TransferProgressListener.SILENT)
                .fetch(fileSnapshot, target);
    }

    @Override
    public void close() {
        remote.close();
    }
}
