package jinbo.exchange.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.exchange.sftp.DropException.DropFolderMissingException;
import jinbo.platform.error.ErrorMessage;
import jinbo.platform.files.Sha256;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHPosixRenameExtension;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** The file operations of SFTP on one drop. */
public final class RemoteFiles implements AutoCloseable {

    static final int BUFFER = 128 * 1024;

    /** The bytes per request. Servers return at most about 60 KiB, so a larger request would need a second one. */
    static final int REQUEST_SIZE = 32 * 1024;

    private static final int MAX_ENTRIES = 200_000;
    private static final int ANSWER_TIMEOUTS_PER_LISTING = 10;

    private final DropContext dropContext;
    private final StrictSftpClient sftp;

    RemoteFiles(StrictSftpClient sftp) {
        this.dropContext = sftp.dropContext;
        this.sftp = sftp;
    }

    SftpClient client() {
        return sftp;
    }

    public DropContext party() {
        return dropContext;
    }

    /** Returns false if the listing stopped early, because it has too many entries or takes too long. */
    public boolean list(DropFolder folder, BiConsumer<String, Attributes> entry) {
        long longest =
                sftp.answerTimeout.multipliedBy(ANSWER_TIMEOUTS_PER_LISTING).toNanos();
        long start = System.nanoTime();
        int seen = 0;
        try (SftpClient.CloseableHandle handle = sftp.openDir(path(folder))) {
            for (List<SftpClient.DirEntry> some = sftp.readDir(handle); some != null; some = sftp.readDir(handle)) {
                for (SftpClient.DirEntry each : some) {
                    if (!each.getFilename().equals(".") && !each.getFilename().equals("..")) {
                        entry.accept(each.getFilename(), Attributes.of(each.getAttributes()));
                    }
                }
                seen += some.size();
                if (seen >= MAX_ENTRIES || System.nanoTime() - start > longest) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw exception(folder, ErrorMessage.of(DropError.LISTING, folder.folderName() + "/"), false, e);
        }
    }

    /** Finds a file; does not follow links. */
    public Optional<Attributes> find(DropFolder folder, String name) {
        try {
            return Optional.of(Attributes.of(sftp.lstat(path(folder, name))));
        } catch (IOException e) {
            if (SftpExceptionTranslator.isMissing(e)) {
                return Optional.empty();
            }
            throw exception(DropError.LOOKING_AT, folder, name, e);
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
     * True if a file is unchanged since its snapshot, which comes from a listing. Some servers report another time for
     * a single file than in a listing; then a new listing decides. In {@code archive/}, where nothing is overwritten,
     * only the size counts.
     */
    boolean isUnchanged(DropFolder folder, FileSnapshot fileSnapshot, Attributes now) {
        return fileSnapshot.isUnchanged(now)
                || fileSnapshot.hasSameSize(now)
                        && (folder == DropFolder.ARCHIVE
                                || findInListing(folder, fileSnapshot.name())
                                        .filter(fileSnapshot::isUnchanged)
                                        .isPresent());
    }

    /** Empty if the file is missing or has another size than expected. */
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

    Optional<RemoteReader> read(DropFolder folder, String name) {
        try {
            InputStream in = sftp.read(path(folder, name), REQUEST_SIZE, EnumSet.of(SftpClient.OpenMode.Read));
            return Optional.of(new RemoteReader(in, e -> exception(DropError.READING, folder, name, e)));
        } catch (IOException e) {
            if (SftpExceptionTranslator.isMissing(e)) {
                return Optional.empty();
            }
            throw exception(DropError.READING, folder, name, e);
        }
    }

    /** Creates a new file. */
    public RemoteWriter create(DropFolder folder, String name) {
        try {
            return RemoteWriter.create(
                    sftp,
                    path(folder, name),
                    e -> exception(ErrorMessage.of(DropError.WRITING, shown(folder, name)), true, e));
        } catch (IOException e) {
            throw exception(folder, ErrorMessage.of(DropError.WRITING, shown(folder, name)), true, e);
        }
    }

    public void removeIfThere(DropFolder folder, String name) {
        try {
            sftp.remove(path(folder, name));
        } catch (IOException e) {
            if (!SftpExceptionTranslator.isMissing(e)) {
                throw exception(DropError.REMOVING, folder, name, e);
            }
        }
    }

    /** Moves a file. Returns false if the new name is taken. */
    public boolean moveUnlessTaken(DropFolder from, String name, DropFolder to, String newName) {
        return moveUnlessTaken(from, name, to, newName, () -> {});
    }

    /** @param check is called after the new name was found free, directly before the rename, which it prevents by throwing */
    boolean moveUnlessTaken(DropFolder from, String name, DropFolder to, String newName, Runnable check) {
        if (find(to, newName).isPresent()) {
            return false;
        }
        check.run();
        try {
            new NonOverwritingRename(sftp).move(path(from, name), to, path(to, newName));
            return true;
        } catch (IOException e) {
            if (sftp.isOpen() && find(to, newName).isPresent()) {
                return false;
            }
            throw exception(to, ErrorMessage.of(DropError.MOVING_TO, shown(to, newName)), true, e);
        }
    }

    @Override
    public void close() {
        sftp.close();
    }

    /** Translates "no such file" for a folder, or for a new file in it: the folder is missing. */
    private DropException exception(DropFolder folder, ErrorMessage doing, boolean needsSpace, IOException e) {
        return SftpExceptionTranslator.isMissing(e) && !folderExists(folder)
                ? new DropFolderMissingException(dropContext, folder)
                : exception(doing, needsSpace, e);
    }

    // Without permissions the type of an entry is unknown.
    private boolean folderExists(DropFolder folder) {
        try {
            SftpClient.Attributes found = sftp.stat(path(folder));
            return found.isDirectory() || !found.getFlags().contains(SftpClient.Attribute.Perms);
        } catch (IOException e) {
            return !SftpExceptionTranslator.isMissing(e);
        }
    }

    private DropException exception(DropError doing, DropFolder folder, String name, IOException e) {
        return exception(ErrorMessage.of(doing, shown(folder, name)), false, e);
    }

    private DropException exception(ErrorMessage doing, boolean needsSpace, IOException e) {
        return SftpExceptionTranslator.of(
                dropContext,
                doing,
                needsSpace,
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

    /** The extensions in use that the server announces, as text for messages. */
    public String extensions() {
        String announced = Stream.of("fsync@openssh.com", "posix-rename@openssh.com", "limits@openssh.com")
                .filter(sftp.getServerExtensions()::containsKey)
                .collect(Collectors.joining(", "));
        return announced.isEmpty() ? "-" : announced;
    }

    public List<DropFolder> missingFolders() {
        return Stream.of(DropFolder.values())
                .filter(folder -> !folderExists(folder))
                .toList();
    }

    /** Reads a file on a drop. Failures of the drop are {@link DropException}s, unlike those of the local disk. */
    record RemoteReader(InputStream in, Function<IOException, DropException> translator) implements AutoCloseable {

        int read(byte[] buffer) {
            try {
                return in.read(buffer);
            } catch (IOException e) {
                throw translator.apply(e);
            }
        }

        @Override
        public void close() {
            try {
                in.close();
            } catch (IOException e) {
                throw translator.apply(e);
            }
        }
    }

    /** What a server says about a file. {@code regular} is false also without type, time or a size below 2^63. */
    public record Attributes(boolean regular, long size, Instant modified) {

        static Attributes of(SftpClient.Attributes attributes) {
            Optional<FileTime> time = Optional.ofNullable(attributes.getModifyTime());
            boolean sized = attributes.getFlags().contains(SftpClient.Attribute.Size) && attributes.getSize() >= 0;
            return new Attributes(
                    attributes.isRegularFile() && sized && time.isPresent(),
                    attributes.getSize(),
                    time.map(FileTime::toInstant).orElse(Instant.EPOCH));
        }
    }

    /**
     * Renames a file on a drop and never overwrites.
     *
     * <p>The rename of SFTP version 3 must fail if the new name exists (draft-ietf-secsh-filexfer-02, section 6.5);
     * OpenSSH uses a hard link for it. A server that denies this rename, as with {@code internal-sftp -P rename}, may
     * offer {@code posix-rename@openssh.com} (OpenSSH, PROTOCOL, section 4.3), which overwrites. That one is used only
     * after a check that the name is free, in folders where only one process of the association writes.
     */
    private record NonOverwritingRename(SftpClient sftp) {

        void move(String path, DropFolder to, String newPath) throws IOException {
            try {
                sftp.rename(path, newPath);
            } catch (SftpException refused) {
                if (!to.isWrittenByAssociationOnly()
                        || !isDenied(refused)
                        || mayExist(newPath)
                        || !posixRename().isSupported()) {
                    throw refused;
                }
                posixRename().posixRename(path, newPath);
            }
        }

        private OpenSSHPosixRenameExtension posixRename() {
            return sftp.getExtension(OpenSSHPosixRenameExtension.class);
        }

        /** False for the general code "failure", which can also mean that the name is taken or the disk is full. */
        private static boolean isDenied(SftpException refused) {
            return refused.getStatus() == SftpConstants.SSH_FX_PERMISSION_DENIED
                    || refused.getStatus() == SftpConstants.SSH_FX_OP_UNSUPPORTED;
        }

        private boolean mayExist(String path) {
            try {
                sftp.lstat(path);
                return true;
            } catch (IOException e) {
                return !SftpExceptionTranslator.isMissing(e);
            }
        }
    }
}
