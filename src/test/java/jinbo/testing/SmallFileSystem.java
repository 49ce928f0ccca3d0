package jinbo.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A small file system of its own (Linux's tmpfs) over a folder, which can be filled to the last byte and freed again. */
public final class SmallFileSystem implements AutoCloseable {

    private final Path folder;
    private final Path filler;
    private final Shell shell;
    private boolean mounted = true;

    private SmallFileSystem(Path folder) {
        this.folder = folder;
        this.filler = folder.resolve(".filler");
        this.shell = new Shell(folder.getParent(), Map.of());
    }

    /**
     * Mounts one over a folder; what lies in the folder is hidden until it is closed. Only root can.
     *
     * @param account whose it is
     */
    public static SmallFileSystem over(Path folder, int kibibytes, String account) {
        if (!OpenSshServer.isRoot()) {
            return ExternalProgram.missing("only root can mount a small disk");
        }
        SmallFileSystem disk = new SmallFileSystem(folder);
        String options = "size=%dk,mode=700".formatted(kibibytes);
        Shell.Answer mounted = disk.shell.run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString());
        if (mounted.exit() != 0) {
            return ExternalProgram.missing(
                    "no small disk can be mounted here: " + mounted.err().strip());
        }
        disk.shell.run("chown", account, folder.toString()).succeeded();
        return disk;
    }

    /** Leaves no room. */
    public void fill() {
        byte[] page = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (Files.getFileStore(folder).getUsableSpace() > 0) {
                out.write(page);
            }
        } catch (IOException e) {
            if (!filler.toFile().exists()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Gives the room back. */
    public void free() {
        try {
            Files.delete(filler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (mounted) {
            shell.run("umount", "-l", folder.toString()).succeeded();
            mounted = false;
        }
    }
}
