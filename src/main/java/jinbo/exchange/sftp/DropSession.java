package jinbo.exchange.sftp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jinbo.exchange.sftp.DropException.DropConflictException;
import jinbo.exchange.sftp.FolderScanner.FolderScan;
import jinbo.exchange.sftp.UploadArchiver.ArchiveOutcome;
import jinbo.platform.error.ErrorMessage;
import org.apache.sshd.sftp.client.SftpClient;

/** A connection of the association to a drop. Not thread-safe. An {@link IOException} is always of the local file. */
public record DropSession(RemoteFiles remote) implements AutoCloseable {

    private static final ErrorMessage IF_DELIVERED_OTHERWISE = ErrorMessage.of(DropError.DELIVERED_OTHERWISE);

    /** Wraps a client of {@link #client()}. The caller that opened the client closes it. */
    public static DropSession over(SftpClient client) {
        return new DropSession(new RemoteFiles((StrictSftpClient) client));
    }

    /** The SFTP client of the library. Closing it ends the connection. */
    public SftpClient client() {
        return remote.client();
    }

    /** Lists the complete files in {@code upload/}: no {@code .part}, no {@code .tmp}, no dot files. */
    public FolderScan scan() {
        return new FolderScanner(remote, DropFolder.UPLOAD, name -> true).scan();
    }

    /** Copies a remote file to a local one, atomically and durably, if it is unchanged since its snapshot. */
    public FetchOutcome fetch(
            DropFolder folder, FileSnapshot fileSnapshot, Path target, long maxBytes, TransferProgressListener progress)
            throws IOException {
        return new FileFetch(remote, folder, maxBytes, progress).fetch(fileSnapshot, target);
    }

    /**
     * Moves an answered upload to {@code archive/} if it is unchanged since its snapshot. If the name is taken there,
     * the upload becomes {@code name.2} and so on.
     *
     * @param sha256 the hash of its content, 64 hex digits, to recognize it if the server changes the file's time;
     *     empty if the content was not read
     */
    public ArchiveOutcome archive(FileSnapshot fileSnapshot, Optional<String> sha256, String archivedName) {
        return new UploadArchiver(remote, sha256).archive(fileSnapshot, archivedName);
    }

    /**
     * Puts a file into {@code download/}: writes it under a name with {@code .part}, makes it durable if the server
     * can, and then renames it. A repeated delivery has no effect.
     *
     * @param name the name in {@code download/}, at most 245 bytes
     * @throws DropConflictException if a file with other content has the name
     */
    public DeliveryOutcome deliver(Path sealed, String name) throws IOException {
        return deliver(sealed, name, TransferProgressListener.SILENT);
    }

    public DeliveryOutcome deliver(Path sealed, String name, TransferProgressListener progress) throws IOException {
        return new FileDelivery(remote, DropFolder.DOWNLOAD, IF_DELIVERED_OTHERWISE, progress).deliver(sealed, name);
    }

    /** Passes all complete files of a folder with safe names to the consumer, in the server's order. */
    public void list(DropFolder folder, Consumer<FileSnapshot> each) {
        new FolderScanner(remote, folder, name -> true).each(each);
    }

    /** Reads a file and returns its SHA-256; empty if it has vanished or changed since its snapshot. */
    public Optional<String> hash(DropFolder folder, FileSnapshot fileSnapshot) {
        return new FileFetch(remote, folder, fileSnapshot.size(), TransferProgressListener.SILENT).hash(fileSnapshot);
    }

    public List<DropFolder> missingFolders() {
        return remote.missingFolders();
    }

    @Override
    public void close() {
        remote.close();
    }
}
