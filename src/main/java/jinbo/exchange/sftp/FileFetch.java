package jinbo.exchange.sftp;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import jinbo.platform.files.Sha256;
import jinbo.platform.files.TemporaryFile;

/** Brings one file here, whole and durable or not at all. */
final class FileFetch {

    private final RemoteFiles remote;
    private final DropFolder folder;
    private final long maxBytes;
    private final TransferProgressListener progress;

    FileFetch(RemoteFiles remote, DropFolder folder, long maxBytes, TransferProgressListener progress) {
        this.remote = remote;
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.progress = progress;
    }

    FetchOutcome fetch(FileSnapshot sighting, Path target) throws IOException {
        if (sighting.size() > maxBytes) {
            return new FetchOutcome.TooLarge(sighting.size());
        }
        Optional<RemoteFile> before = remote.find(folder, sighting.name());
        if (before.isEmpty()) {
            return new FetchOutcome.Gone();
        }
        if (!sighting.hasSizeOf(before.get())) {
            return new FetchOutcome.ChangedMeanwhile();
        }
        TemporaryFile draft = TemporaryFile.of(target);
        try {
            return bring(sighting, target, draft);
        } finally {
            draft.discard();
        }
    }

    /** The SHA-256 of a file as it was sighted; empty if it has gone or changed meanwhile. */
    Optional<String> hash(FileSnapshot sighting) {
        Optional<RemoteReader> open = isStill(sighting) ? remote.read(folder, sighting.name()) : Optional.empty();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Sha256 hash = new Sha256();
        long size = 0;
        try (RemoteReader reader = open.get()) {
            byte[] buffer = new byte[RemoteFiles.BUFFER];
            for (int read = reader.read(buffer); read >= 0 && size <= maxBytes; read = reader.read(buffer)) {
                size += read;
                hash.add(buffer, 0, read);
            }
        }
        return size == sighting.size() && isStill(sighting) ? Optional.of(hash.hex()) : Optional.empty();
    }

    private boolean isStill(FileSnapshot sighting) {
        return remote.find(folder, sighting.name())
                .filter(now -> remote.isStill(folder, sighting, now))
                .isPresent();
    }

    private FetchOutcome bring(FileSnapshot sighting, Path target, TemporaryFile draft) throws IOException {
        Optional<RemoteReader> open = remote.read(folder, sighting.name());
        if (open.isEmpty()) {
            return new FetchOutcome.Gone();
        }
        Sha256 hash = new Sha256();
        long size = download(open.get(), draft, hash);
        if (size > maxBytes) {
            return new FetchOutcome.TooLarge(size);
        }
        // A writer that was still at it has moved the size or the time by now.
        Optional<RemoteFile> after = remote.find(folder, sighting.name());
        if (after.isEmpty()) {
            return new FetchOutcome.Gone();
        }
        if (size != sighting.size() || !remote.isStill(folder, sighting, after.get())) {
            return new FetchOutcome.ChangedMeanwhile();
        }
        draft.becomes(target);
        return new FetchOutcome.Fetched(target, size, hash.hex());
    }

    private long download(RemoteReader reader, TemporaryFile draft, Sha256 hash) throws IOException {
        try (reader;
                OutputStream out = draft.create()) {
            byte[] buffer = new byte[RemoteFiles.BUFFER];
            long size = 0;
            for (int read = reader.read(buffer); read >= 0 && size <= maxBytes; read = reader.read(buffer)) {
                size += read;
                hash.add(buffer, 0, read);
                out.write(buffer, 0, read);
                progress.moved(size);
            }
            return size;
        }
    }
}
