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

/**
 * What an account on the embedded server may do with files: everything below its root, but no links, pipes and devices, and nothing through a
 * link that somebody else has put there. The library's rooted file system alone follows a link out of the root.
 */
public class JailedFileSystemAccessor implements SftpFileSystemAccessor {

    @Override
    public Path resolveLocalFilePath(SftpSubsystemProxy subsystem, Path rootDir, String remotePath) throws IOException {
        Path asked = SftpFileSystemAccessor.super
                .resolveLocalFilePath(subsystem, rootDir, remotePath)
                .toAbsolutePath()
                .normalize();
        Path step = asked.getRoot();
        for (Path name : asked) {
            step = step.resolve(name);
            if (Files.isSymbolicLink(step)) {
                throw new AccessDeniedException("links are not followed here");
            }
        }
        if (isDevice(asked)) {
            throw new AccessDeniedException("pipes and devices are not opened here");
        }
        return asked;
    }

    /** The library calls a pipe a file, and whoever opens it for reading waits until somebody writes. */
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
     * The library's own way not to follow links needs a kind of folder stream that macOS and Windows do not offer. A name
     * that is not in the machine's encoding, which only somebody at this machine's shell can make, is not found again under
     * what Java makes of it; it is left out, because the library would break the whole listing off. So are pipes and devices.
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

    /**
     * Never overwrites, whatever the client asks for: as OpenSSH does for SFTP version 3, a second name is made, which fails
     * where one exists, and the first removed. Where the file system has no second names, a move that looks first is next
     * best.
     */
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
        } catch (FileSystemException | UnsupportedOperationException noSecondNames) {
            Files.move(from, to);
            return;
        }
        Files.delete(from);
    }

    /** Closed to all but the owner of the home, whatever the umask is and the client asks for. */
    @Override
    public SeekableByteChannel openFile(
            SftpSubsystemProxy subsystem,
            FileHandle handle,
            Path file,
            String name,
            Set<? extends OpenOption> options,
            FileAttribute<?>... asked)
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
            SftpSubsystemProxy subsystem, Path file, Set<PosixFilePermission> asked, LinkOption... options)
            throws IOException {
        SftpFileSystemAccessor.super.setFilePermissions(subsystem, file, OwnerOnlyPermissions.ofOwner(asked), options);
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
