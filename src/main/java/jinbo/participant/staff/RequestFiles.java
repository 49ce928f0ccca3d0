package jinbo.participant.staff;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jinbo.platform.files.OwnerOnlyPermissions;
import jinbo.platform.files.Sha256;
import jinbo.platform.files.TemporaryFile;
import jinbo.platform.home.Home;
import jinbo.platform.home.RequestFolder;
import org.springframework.stereotype.Component;

/** Stores the files of requests in the home: one folder a request, one file an argument. They are kept as evidence. */
@Component
public record RequestFiles(Home home) {

    private static final long MOST = 64L << 20;
    private static final int BUFFER = 1 << 16;

    /** @throws StaffException if the file is too large */
    public static Request.StoredFile describe(int argument, Path file) throws IOException {
        return copy(argument, file, OutputStream.nullOutputStream());
    }

    /** @throws StaffException if the file is too large */
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
        Sha256 hash = new Sha256();
        long size = 0;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > MOST) {
                    throw new StaffException(StaffError.FILE_TOO_LARGE, name, MOST);
                }
                hash.add(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        return new Request.StoredFile(argument, name, size, hash.hex());
    }

    public Path path(long request, int argument) {
        return folder(request).resolve(Integer.toString(argument));
    }

    /** Prepares a folder for copies; {@link CheckedCopies#take} fills it. */
    public CheckedCopies copies(long request, List<Request.StoredFile> files) throws IOException {
        return new CheckedCopies(
                request, folder(request), RequestFolder.create(home, RequestFolder.Kind.CHECKED), files);
    }

    /** Deletes the files of a request that was not recorded. */
    public void discard(long request, int words) throws IOException {
        for (int argument = 0; argument < words; argument++) {
            Files.deleteIfExists(path(request, argument));
        }
        Files.deleteIfExists(folder(request));
    }

    private Path folder(long request) {
        return home.requests().resolve(Long.toString(request));
    }
}
