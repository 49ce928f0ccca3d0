package jinbo.drop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/** Brings one file here, whole and durable or not at all. */
final class Fetching {

    private final RemoteFiles remote;
    private final DropFolder folder;
    private final long maxBytes;
    private final TransferProgress progress;

    Fetching(RemoteFiles remote, DropFolder folder, long maxBytes, TransferProgress progress) {
        this.remote = remote;
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.progress = progress;
    }

    FetchOutcome fetch(Sighting sighting, Path target) throws IOException {
        if (sighting.size() > maxBytes) {
            return new FetchOutcome.TooLarge(sighting.size());
        }
        Optional<FetchOutcome> before = changed(sighting);
        if (before.isPresent()) {
            return before.get();
        }
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            return bring(sighting, target, part);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private FetchOutcome bring(Sighting sighting, Path target, Path part) throws IOException {
        Optional<RemoteReader> open = remote.read(folder, sighting.name());
        if (open.isEmpty()) {
            return new FetchOutcome.Gone();
        }
        Sha256 hash = new Sha256();
        long size = download(open.get(), part, hash);
        if (size > maxBytes) {
            return new FetchOutcome.TooLarge(size);
        }
        // A writer that was still at it has moved the size or the time by now.
        Optional<FetchOutcome> after = changed(sighting);
        if (after.isPresent()) {
            return after.get();
        }
        if (size != sighting.size()) {
            return new FetchOutcome.ChangedMeanwhile();
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        makeDurable(target.toAbsolutePath().getParent());
        return new FetchOutcome.Fetched(target, size, hash.hex());
    }

    private long download(RemoteReader reader, Path part, Sha256 hash) throws IOException {
        Files.deleteIfExists(part);
        try (reader;
                FileChannel channel = FileChannel.open(
                        part, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), OwnerOnly.file(part))) {
            byte[] buffer = new byte[Sha256.BUFFER];
            long size = 0;
            for (int read = reader.read(buffer); read >= 0 && size <= maxBytes; read = reader.read(buffer)) {
                size += read;
                hash.add(buffer, read);
                ByteBuffer chunk = ByteBuffer.wrap(buffer, 0, read);
                while (chunk.hasRemaining()) {
                    channel.write(chunk);
                }
                progress.moved(size);
            }
            channel.force(true);
            return size;
        }
    }

    private Optional<FetchOutcome> changed(Sighting sighting) {
        Optional<RemoteFile> now = remote.find(folder, sighting.name());
        if (now.isEmpty()) {
            return Optional.of(new FetchOutcome.Gone());
        }
        return sighting.isStill(now.get()) ? Optional.empty() : Optional.of(new FetchOutcome.ChangedMeanwhile());
    }

    /** A new name survives a power cut only once its folder has been synced; Windows offers no such thing. */
    private static void makeDurable(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
