package jinbo.exchange.sftp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jinbo.exchange.sftp.UploadArchiver.ArchiveNames;
import jinbo.platform.error.ErrorMessage;
import org.apache.sshd.sftp.client.SftpClient;

/**
 * One connection of the association to one drop. Not for several threads at once. A failure of the drop is a
 * {@link DropException}; an {@link IOException} is always about the local file.
 */
public final class DropSession implements AutoCloseable {

    private static final ErrorMessage IF_DELIVERED_OTHERWISE = ErrorMessage.of(DropError.DELIVERED_OTHERWISE);

    private final RemoteFiles remote;

    DropSession(RemoteFiles remote) {
        this.remote = remote;
    }

    /** The session that has this client; whoever opened it closes it. */
    public static DropSession over(SftpClient client) {
        return new DropSession(new RemoteFiles((StrictSftpClient) client));
    }

    /** The library's client for all operations of SFTP; closing it ends the connection. */
    public SftpClient client() {
        return remote.client();
    }

    /**
     * Looks what lies in {@code upload/} and may be taken: no {@code .part}, no {@code .tmp}, no dot files.
     *
     * @throws DropFolderMissingException if there is no such folder
     */
    public FolderScan scan() {
        return new FolderScanner(remote, DropFolder.UPLOAD, name -> true).look();
    }

    /**
     * Fetches a file as it was sighted. It is written beside the target as {@code .part} and takes its name once it is whole and
     * durable, in place of one that an earlier attempt may have left.
     *
     * @param maxBytes more than this is not read
     */
    public FetchOutcome fetch(FileSnapshot fileSnapshot, Path target, long maxBytes) throws IOException {
        return fetch(fileSnapshot, target, maxBytes, TransferProgressListener.SILENT);
    }

    /** The same, telling how far it is. */
    public FetchOutcome fetch(FileSnapshot fileSnapshot, Path target, long maxBytes, TransferProgressListener progress)
            throws IOException {
        return new FileFetch(remote, DropFolder.UPLOAD, maxBytes, progress).fetch(fileSnapshot, target);
    }

    /**
     * Moves an answered upload to {@code archive/} if it is still the file that was sighted; where the name is taken there, as
     * {@code name.2} and so on.
     *
     * @param sha256 of its content, 64 hex digits, by which it is known where the server tells other times; empty if
     *     that was not read
     */
    public ArchiveOutcome archive(FileSnapshot fileSnapshot, Optional<String> sha256, String archivedName) {
        return archive(fileSnapshot, sha256, ArchiveNames.numbered(archivedName));
    }

    /** The same with other names to try. */
    public ArchiveOutcome archive(FileSnapshot fileSnapshot, Optional<String> sha256, ArchiveNames names) {
        return new UploadArchiver(remote, sha256).archive(fileSnapshot, names);
    }

    /**
     * Puts a file into {@code download/}: written as {@code .part}, made durable where the server offers it, renamed when whole.
     * Repeating a delivery is harmless.
     *
     * @param name its name in {@code download/}, at most 245 bytes
     * @throws DropConflictException if other bytes lie under that name
     */
    public DeliveryOutcome deliver(Path sealed, String name) throws IOException {
        return deliver(sealed, name, TransferProgressListener.SILENT);
    }

    /** The same, telling how far it is. */
    public DeliveryOutcome deliver(Path sealed, String name, TransferProgressListener progress) throws IOException {
        return new FileDelivery(remote, DropFolder.DOWNLOAD, IF_DELIVERED_OTHERWISE, progress).deliver(sealed, name);
    }

    /**
     * Hands over everything in a folder that lies there whole, in the server's order, however much it is: files of which no name
     * could mean another folder; no {@code .part}, no {@code .tmp}, no dot files.
     *
     * @throws DropFolderMissingException if there is no such folder
     * @throws DropFolderTooLargeException if the server does not come to an end
     */
    public void list(DropFolder folder, Consumer<FileSnapshot> each) {
        new FolderScanner(remote, folder, name -> true).each(each);
    }

    /** Fetches an upload that was answered already from {@code archive/}, where it stays; else as {@link #fetch}. */
    public FetchOutcome fetchArchived(
            FileSnapshot fileSnapshot, Path target, long maxBytes, TransferProgressListener progress)
            throws IOException {
        return new FileFetch(remote, DropFolder.ARCHIVE, maxBytes, progress).fetch(fileSnapshot, target);
    }

    /** Fetches a file that we delivered back from {@code download/}, where it stays; else as {@link #fetch}. */
    public FetchOutcome fetchDelivered(FileSnapshot fileSnapshot, Path target, long maxBytes) throws IOException {
        return new FileFetch(remote, DropFolder.DOWNLOAD, maxBytes, TransferProgressListener.SILENT)
                .fetch(fileSnapshot, target);
    }

    /**
     * Reads a file in any folder as it was sighted and keeps nothing of it.
     *
     * @return the SHA-256 of its bytes; empty if it has gone or changed meanwhile
     */
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
