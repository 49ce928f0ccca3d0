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
 * Copies of a request's files that are made while their hash is taken, so that the bytes that were checked are those that are
 * used, whatever becomes of the stored ones; closing throws them away.
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

    /** Where a copy lies once it is taken. */
    public Path path(int argument) {
        return folder.path().resolve(Integer.toString(argument));
    }

    /** @throws StaffException if a stored file is no plain file, or its bytes are not those that were recorded */
    public void take() throws IOException {
        for (Request.StoredFile file : files) {
            Path from = stored.resolve(Integer.toString(file.argument()));
            // opening a pipe would wait for whoever writes into it
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
            LOG.warn("The unused copies in {} could not be removed", folder.path(), e);
        }
    }

    /** Its hash; of too long a file that of the beginning. */
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
