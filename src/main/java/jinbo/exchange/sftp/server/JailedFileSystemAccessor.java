package jinbo.exchange.sftp.server;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.security.Principal;
import java.util.Collection;
import java.util.Set;
import jinbo.platform.files.OwnerOnlyPermissions;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/** Confines an account to its root folder. The rooted file system of the library would follow links out of it. */
public class JailedFileSystemAccessor implements SftpFileSystemAccessor {

    @Override
    public Path resolveLocalFilePath(SftpSubsystemProxy subsystem, Path rootDir, String remotePath) throws IOException {
        Path requested = SftpFileSystemAccessor.super
                .resolveLocalFilePath(subsystem, rootDir, remotePath)
                .toAbsolutePath()
                .normalize();
        Path step = requested.getRoot();
        for (Path name : requested) {
            step = step.resolve(name);
            if (Files.isSymbolicLink(step)) {
                throw new AccessDeniedException("links are not followed here");
            }
        }
        if (isDevice(requested)) {
            throw new AccessDeniedException("pipes and devices are not opened here");
        }
        return requested;
    }

    /** The library treats a pipe as a file, but reading a pipe would block. */
    private static boolean isDevice(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .isOther();
        } catch (IOException notThere) {
            return false;
        }
    }

    @Override
    public LinkOption[] resolveFileAccessLinkOptions(
            SftpSubsystemProxy subsystem, Path file, int cmd, String extension, boolean followLinks) {
        return new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
    }

    /**
     * Uses a plain stream, because macOS and Windows lack the {@code SecureDirectoryStream} of the library. Omits
     * pipes, devices, and names that are not in the machine's encoding: Java cannot open those, and the library would
     * end the whole listing.
     */
    @Override
    public DirectoryStream<Path> openDirectory(
            SftpSubsystemProxy subsystem, DirectoryHandle handle, Path dir, String name, LinkOption... options)
            throws IOException {
        return Files.newDirectoryStream(dir, entry -> {
            Path found = dir.resolve(entry.getFileName().toString());
            return Files.exists(found, LinkOption.NOFOLLOW_LINKS) && !isDevice(found);
        });
    }

    @Override
    public void createLink(SftpSubsystemProxy subsystem, Path link, Path existing, boolean symLink) throws IOException {
        throw new AccessDeniedException("links cannot be made here");
    }

    /** Never overwrites: creates a hard link and removes the old name, as OpenSSH does. */
    @Override
    public void renameFile(SftpSubsystemProxy subsystem, Path from, Path to, Collection<CopyOption> options)
            throws IOException {
        if (!Files.isRegularFile(from, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(from, to);
            return;
        }
        try {
            Files.createLink(to, from);
        } catch (FileAlreadyExistsException | NoSuchFileException e) {
            throw e;
        } catch (FileSystemException | UnsupportedOperationException noHardLinks) {
            Files.move(from, to);
            return;
        }
        Files.delete(from);
    }

    /** Gives access to the user of the process only, whatever the umask or the client says. */
    @Override
    public SeekableByteChannel openFile(
            SftpSubsystemProxy subsystem,
            FileHandle handle,
            Path file,
            String name,
            Set<? extends OpenOption> options,
            FileAttribute<?>... requested)
            throws IOException {
        return SftpFileSystemAccessor.super.openFile(
                subsystem, handle, file, name, options, OwnerOnlyPermissions.ofNewFile(file));
    }

    @Override
    public void createDirectory(SftpSubsystemProxy subsystem, Path folder) throws IOException {
        OwnerOnlyPermissions.createNewFolder(folder);
    }

    @Override
    public void setFilePermissions(
            SftpSubsystemProxy subsystem, Path file, Set<PosixFilePermission> requested, LinkOption... options)
            throws IOException {
        SftpFileSystemAccessor.super.setFilePermissions(
                subsystem, file, OwnerOnlyPermissions.ofOwner(requested), options);
    }

    @Override
    public void setFileOwner(SftpSubsystemProxy subsystem, Path file, Principal value, LinkOption... options) {
        throw new UnsupportedOperationException("Owners do not change here");
    }

    @Override
    public void setGroupOwner(SftpSubsystemProxy subsystem, Path file, Principal value, LinkOption... options) {
        throw new UnsupportedOperationException("Groups do not change here");
    }
}
