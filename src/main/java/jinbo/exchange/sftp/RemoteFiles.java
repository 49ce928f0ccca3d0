package jinbo.exchange.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.platform.error.ErrorMessage;
import jinbo.platform.files.Sha256;
import org.apache.sshd.sftp.client.SftpClient;

/** The file operations of SFTP on one drop, with its folders for paths and our exceptions for failures. */
public final class RemoteFiles implements AutoCloseable {

    /** Bytes moved between a drop and a local file at a time. */
    static final int BUFFER = 128 * 1024;

    /**
     * Bytes asked for in one request. Servers answer no more than some 60 KiB and the library must then ask again for the
     * rest; so many requests are under way at once that their size does not matter.
     */
    private static final int REQUEST = 32 * 1024;

    /** A server that has more in one folder, or makes more up, is not listened to further. */
    private static final int MOST_ENTRIES = 200_000;

    /** How many times as long as for one answer a listing, which takes many, may take. */
    private static final int ANSWERS_OF_A_LISTING = 10;

    private final DropContext dropContext;
    private final StrictSftpClient sftp;

    RemoteFiles(StrictSftpClient sftp) {
        this.dropContext = sftp.dropContext();
        this.sftp = sftp;
    }

    SftpClient client() {
        return sftp;
    }

    public DropContext party() {
        return dropContext;
    }

    /**
     * Hands over the entries of a folder but {@code .} and {@code ..}, in the server's order.
     *
     * @return whether these were all; false after {@link #MOST_ENTRIES}, or if the server takes too long to come to an end
     */
    public boolean list(DropFolder folder, BiConsumer<String, Attributes> entry) {
        long longest = sftp.answerTimeout().multipliedBy(ANSWERS_OF_A_LISTING).toNanos();
        long begun = System.nanoTime();
        int seen = 0;
        try (SftpClient.CloseableHandle handle = sftp.openDir(path(folder))) {
            for (List<SftpClient.DirEntry> some = sftp.readDir(handle); some != null; some = sftp.readDir(handle)) {
                for (SftpClient.DirEntry each : some) {
                    if (!each.getFilename().equals(".") && !each.getFilename().equals("..")) {
                        entry.accept(each.getFilename(), Attributes.of(each.getAttributes()));
                    }
                }
                seen += some.size();
                if (seen >= MOST_ENTRIES || System.nanoTime() - begun > longest) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw missingOr(folder, ErrorMessage.of(DropError.LISTING, folder.folderName() + "/"), false, e);
        }
    }

    /** What lies under a name, links not followed. */
    public Optional<Attributes> find(DropFolder folder, String name) {
        try {
            return Optional.of(Attributes.of(sftp.lstat(path(folder, name))));
        } catch (IOException e) {
            if (SftpExceptionTranslator.isMissing(e)) {
                return Optional.empty();
            }
            throw trouble(DropError.LOOKING_AT, folder, name, e);
        }
    }

    public Optional<Attributes> findInListing(DropFolder folder, String name) {
        AtomicReference<Optional<Attributes>> found = new AtomicReference<>(Optional.empty());
        list(folder, (entry, file) -> {
            if (entry.equals(name)) {
                found.set(Optional.of(file));
            }
        });
        return found.get();
    }

    /**
     * Whether a file is the one that was sighted in a listing. Some servers tell another time of a file itself than in
     * their listing; there the listing decides, and in {@code archive/}, where nobody overwrites anything, the size.
     */
    boolean isStill(DropFolder folder, FileSnapshot fileSnapshot, Attributes now) {
        return fileSnapshot.isUnchanged(now)
                || fileSnapshot.hasSameSize(now)
                        && (folder == DropFolder.ARCHIVE
                                || findInListing(folder, fileSnapshot.name())
                                        .filter(fileSnapshot::isUnchanged)
                                        .isPresent());
    }

    /**
     * SHA-256 of what the server gives back, 64 hex digits; empty if the file is longer than expected, shorter, or
     * gone.
     */
    Optional<String> sha256(DropFolder folder, String name, long expected) {
        Optional<RemoteReader> open = read(folder, name);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Sha256 hash = new Sha256();
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (RemoteReader reader = open.get()) {
            for (int read = reader.read(buffer); read >= 0 && size <= expected; read = reader.read(buffer)) {
                hash.add(buffer, 0, read);
                size += read;
            }
        }
        return size == expected ? Optional.of(hash.hex()) : Optional.empty();
    }

    /** Opens a file for reading; empty if it is not there. */
    Optional<RemoteReader> read(DropFolder folder, String name) {
        try {
            InputStream in = sftp.read(path(folder, name), REQUEST, EnumSet.of(SftpClient.OpenMode.Read));
            return Optional.of(new RemoteReader(in, e -> trouble(DropError.READING, folder, name, e)));
        } catch (IOException e) {
            if (SftpExceptionTranslator.isMissing(e)) {
                return Optional.empty();
            }
            throw trouble(DropError.READING, folder, name, e);
        }
    }

    /** Creates a file that must not exist, and opens it for writing. */
    public RemoteWriter create(DropFolder folder, String name) {
        try {
            return RemoteWriter.create(
                    sftp,
                    path(folder, name),
                    e -> trouble(ErrorMessage.of(DropError.WRITING, shown(folder, name)), true, e));
        } catch (IOException e) {
            throw missingOr(folder, ErrorMessage.of(DropError.WRITING, shown(folder, name)), true, e);
        }
    }

    public void removeIfThere(DropFolder folder, String name) {
        try {
            sftp.remove(path(folder, name));
        } catch (IOException e) {
            if (!SftpExceptionTranslator.isMissing(e)) {
                throw trouble(DropError.REMOVING, folder, name, e);
            }
        }
    }

    /** Gives a file its new place unless something is there; false if so. */
    public boolean moveUnlessTaken(DropFolder from, String name, DropFolder to, String newName) {
        if (find(to, newName).isPresent()) {
            return false;
        }
        try {
            new NonOverwritingRename(sftp).move(path(from, name), to, path(to, newName));
            return true;
        } catch (IOException e) {
            if (sftp.isOpen() && find(to, newName).isPresent()) {
                return false;
            }
            throw missingOr(to, ErrorMessage.of(DropError.MOVING_TO, shown(to, newName)), true, e);
        }
    }

    @Override
    public void close() {
        sftp.close();
    }

    /** "No such file" for a whole folder, or for a new file in it, means that the folder is not there. */
    private DropException missingOr(DropFolder folder, ErrorMessage doing, boolean takesRoom, IOException e) {
        return SftpExceptionTranslator.isMissing(e) && !folderExists(folder)
                ? new DropFolderMissingException(dropContext, folder)
                : trouble(doing, takesRoom, e);
    }

    /** A server that leaves out permissions does not say of what kind something is. */
    private boolean folderExists(DropFolder folder) {
        try {
            SftpClient.Attributes found = sftp.stat(path(folder));
            return found.isDirectory() || !found.getFlags().contains(SftpClient.Attribute.Perms);
        } catch (IOException e) {
            return !SftpExceptionTranslator.isMissing(e);
        }
    }

    private DropException trouble(DropError doing, DropFolder folder, String name, IOException e) {
        return trouble(ErrorMessage.of(doing, shown(folder, name)), false, e);
    }

    private DropException trouble(ErrorMessage doing, boolean takesRoom, IOException e) {
        return SftpExceptionTranslator.of(
                dropContext,
                doing,
                takesRoom,
                MinimumThroughput.of(sftp.getClientSession()).reason(e));
    }

    private static String shown(DropFolder folder, String name) {
        return folder.folderName() + "/" + SanitizedText.of(name);
    }

    private String path(DropFolder folder) {
        String root = dropContext.address().root();
        return root.isEmpty() ? folder.folderName() : root + "/" + folder.folderName();
    }

    private String path(DropFolder folder, String name) {
        return path(folder) + "/" + name;
    }

    /** Those of the extensions that we use that the server announces, for messages. */
    public String extensions() {
        String announced = Stream.of("fsync@openssh.com", "posix-rename@openssh.com", "limits@openssh.com")
                .filter(sftp.getServerExtensions()::containsKey)
                .collect(Collectors.joining(", "));
        return announced.isEmpty() ? "-" : announced;
    }

    public List<DropFolder> missingFolders() {
        List<DropFolder> missing = new ArrayList<>();
        for (DropFolder folder : DropFolder.values()) {
            if (!folderExists(folder)) {
                missing.add(folder);
            }
        }
        return missing;
    }

    /** What the server says about one entry of a folder. */
    public record Attributes(boolean regular, long size, Instant modified) {

        /** A server may leave out the type, the size or the time; such an entry cannot be watched, so it counts as no file. */
        static Attributes of(SftpClient.Attributes attributes) {
            Optional<FileTime> time = Optional.ofNullable(attributes.getModifyTime());
            boolean sized = attributes.getFlags().contains(SftpClient.Attribute.Size);
            return new Attributes(
                    attributes.isRegularFile() && sized && time.isPresent(),
                    attributes.getSize(),
                    time.map(FileTime::toInstant).orElse(Instant.EPOCH));
        }
    }
}
