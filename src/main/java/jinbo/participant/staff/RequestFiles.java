package jinbo.participant.staff;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import jinbo.platform.files.OwnerOnlyPermissions;
import jinbo.platform.files.Sha256;
import jinbo.platform.files.TemporaryFile;
import jinbo.platform.home.Home;
import jinbo.platform.home.RequestFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps copies of the files that a request's arguments name, as evidence, in one folder for each request. */
@Component
public record RequestFiles(Home home) {

    private static final long MAX_BYTES = 64L << 20;
    private static final int BUFFER = 1 << 16;

    public static Request.StoredFile describe(int argument, Path file) throws IOException {
        return copy(argument, file, OutputStream.nullOutputStream());
    }

    public Request.StoredFile keep(long request, int argument, Path file) throws IOException {
        Path kept = path(request, argument);
        OwnerOnlyPermissions.createFolder(kept.getParent());
        TemporaryFile temporaryFile = TemporaryFile.of(kept);
        try {
            Request.StoredFile stored;
            try (OutputStream out = temporaryFile.create()) {
                stored = copy(argument, file, out);
            }
            temporaryFile.replace(kept);
            return stored;
        } finally {
            temporaryFile.discard();
        }
    }

    private static Request.StoredFile copy(int argument, Path file, OutputStream out) throws IOException {
        String name = String.valueOf(file.getFileName());
        try (InputStream in = Files.newInputStream(file)) {
            Request.StoredFile copied = copy(argument, name, in, out, MAX_BYTES);
            if (copied.size() > MAX_BYTES) {
                throw new StaffException(StaffError.FILE_TOO_LARGE, name, MAX_BYTES);
            }
            return copied;
        }
    }

    /** Stops as soon as the copy is larger than {@code limit} bytes. */
    private static Request.StoredFile copy(int argument, String name, InputStream in, OutputStream out, long limit)
            throws IOException {
        Sha256 hash = new Sha256();
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        for (int read = in.read(buffer); read >= 0 && size <= limit; read = in.read(buffer)) {
            hash.add(buffer, 0, read);
            out.write(buffer, 0, read);
            size += read;
        }
        return new Request.StoredFile(argument, name, size, hash.hex());
    }

    public Path path(long request, int argument) {
        return folder(request).resolve(Integer.toString(argument));
    }

    /** Prepares a temporary folder for checked copies; {@link CheckedCopies#fill} fills it. */
    public CheckedCopies copies(long request, List<Request.StoredFile> files) throws IOException {
        RequestFolder folder = RequestFolder.create(home, RequestFolder.Kind.CHECKED);
        return new CheckedCopies(request, List.copyOf(files), folder(request), folder);
    }

    /** Deletes the files of a request that was not recorded. */
    public void discard(long request, int arguments) throws IOException {
        for (int argument = 0; argument < arguments; argument++) {
            Files.deleteIfExists(path(request, argument));
        }
        Files.deleteIfExists(folder(request));
    }

    private Path folder(long request) {
        return home.requests().resolve(Long.toString(request));
    }

    /** Temporary copies of a request's stored files, compared with the recorded hashes. Closing deletes them. */
    public record CheckedCopies(long request, List<Request.StoredFile> files, Path stored, RequestFolder folder)
            implements AutoCloseable {

        private static final Logger LOG = LoggerFactory.getLogger(CheckedCopies.class);

        /** The path of a copy after {@link #fill}. */
        public Path path(int argument) {
            return folder.path().resolve(Integer.toString(argument));
        }

        /** @throws StaffException if a stored file is not a regular file, or its hash is not the recorded one */
        public void fill() throws IOException {
            for (Request.StoredFile file : files) {
                Path from = stored.resolve(Integer.toString(file.argument()));
                // opening a named pipe would block
                if (!Files.isRegularFile(from, LinkOption.NOFOLLOW_LINKS)
                        || !copy(from, file).equals(file)) {
                    throw new StaffException(StaffError.FILE_CHANGED, request, file.name());
                }
            }
        }

        @Override
        public void close() {
            try {
                folder.close();
            } catch (IOException e) {
                LOG.warn("The copies in {} could not be deleted", folder.path(), e);
            }
        }

        private Request.StoredFile copy(Path from, Request.StoredFile file) throws IOException {
            try (InputStream in = open(from, file);
                    OutputStream out = new TemporaryFile(path(file.argument())).create()) {
                return RequestFiles.copy(file.argument(), file.name(), in, out, file.size());
            }
        }

        private InputStream open(Path from, Request.StoredFile file) {
            try {
                return Files.newInputStream(from, LinkOption.NOFOLLOW_LINKS);
            } catch (IOException gone) {
                throw new StaffException(StaffError.FILE_CHANGED, request, file.name());
            }
        }
    }
}
