package jinbo.participant.staff;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import jinbo.platform.files.Sha256;
import jinbo.platform.files.TemporaryFile;
import jinbo.platform.home.RequestFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of a request's files, hashed while they are copied, so that exactly the checked bytes are used. Closing
 * deletes them.
 */
public final class CheckedCopies implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CheckedCopies.class);
    private static final int BUFFER = 1 << 16;

    private final long request;
    private final Path stored;
    private final RequestFolder folder;
    private final List<Request.StoredFile> files;

    CheckedCopies(long request, Path stored, RequestFolder folder, List<Request.StoredFile> files) {
        this.request = request;
        this.stored = stored;
        this.folder = folder;
        this.files = List.copyOf(files);
    }

    /** The path of a copy after {@link #take}. */
    public Path path(int argument) {
        return folder.path().resolve(Integer.toString(argument));
    }

    /** @throws StaffException if a stored file is not a regular file, or its hash is not the recorded one */
    public void take() throws IOException {
        for (Request.StoredFile file : files) {
            Path from = stored.resolve(Integer.toString(file.argument()));
            // opening a named pipe would block
            if (!Files.isRegularFile(from, LinkOption.NOFOLLOW_LINKS)
                    || !copy(from, file).equals(file.sha256())) {
                throw new StaffException(StaffError.FILE_CHANGED, request, file.name());
            }
        }
    }

    @Override
    public void close() {
        try {
            folder.close();
        } catch (IOException e) {
            LOG.warn("The copies in {} are used no more and could not be removed", folder.path(), e);
        }
    }

    /** Returns the hash; copying stops once the recorded size is exceeded. */
    private String copy(Path from, Request.StoredFile file) throws IOException {
        Sha256 hash = new Sha256();
        try (InputStream in = open(from, file);
                OutputStream out = new TemporaryFile(path(file.argument())).create()) {
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int read = in.read(buffer); read >= 0 && size <= file.size(); read = in.read(buffer)) {
                hash.add(buffer, 0, read);
                out.write(buffer, 0, read);
                size += read;
            }
        }
        return hash.hex();
    }

    private InputStream open(Path from, Request.StoredFile file) {
        try {
            return Files.newInputStream(from, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException gone) {
            throw new StaffException(StaffError.FILE_CHANGED, request, file.name());
        }
    }
}
