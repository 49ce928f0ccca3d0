package jinbo.exchange.sftp;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import jinbo.exchange.sftp.RemoteFiles.RemoteReader;
import jinbo.platform.files.Sha256;
import jinbo.platform.files.TemporaryFile;

/** Fetches a file from a drop, either completely and durably or not at all. */
public record FileFetch(RemoteFiles remote, DropFolder folder, long maxBytes, TransferProgressListener progress) {

    public FetchOutcome fetch(FileSnapshot fileSnapshot, Path target) throws IOException {
        if (fileSnapshot.size() > maxBytes) {
            return new FetchOutcome.TooLarge(fileSnapshot.size());
        }
        Optional<RemoteFiles.Attributes> before = remote.find(folder, fileSnapshot.name());
        if (before.isEmpty()) {
            return new FetchOutcome.Gone();
        }
        if (!fileSnapshot.hasSameSize(before.get())) {
            return new FetchOutcome.ChangedMeanwhile();
        }
        TemporaryFile temporaryFile = TemporaryFile.of(target);
        try {
            return fetch(fileSnapshot, target, temporaryFile);
        } finally {
            temporaryFile.discard();
        }
    }

    Optional<String> hash(FileSnapshot fileSnapshot) {
        return isUnchanged(fileSnapshot)
                ? remote.sha256(folder, fileSnapshot.name(), fileSnapshot.size())
                        .filter(hash -> isUnchanged(fileSnapshot))
                : Optional.empty();
    }

    private boolean isUnchanged(FileSnapshot fileSnapshot) {
        return remote.find(folder, fileSnapshot.name())
                .filter(now -> remote.isUnchanged(folder, fileSnapshot, now))
                .isPresent();
    }

    private FetchOutcome fetch(FileSnapshot fileSnapshot, Path target, TemporaryFile temporaryFile) throws IOException {
        Optional<RemoteReader> open = remote.read(folder, fileSnapshot.name());
        if (open.isEmpty()) {
            return new FetchOutcome.Gone();
        }
        Sha256 hash = new Sha256();
        long size = download(open.get(), temporaryFile, hash);
        // If the sender is still writing, the size or the modification time is different now.
        Optional<RemoteFiles.Attributes> after = remote.find(folder, fileSnapshot.name());
        if (after.isEmpty()) {
            return new FetchOutcome.Gone();
        }
        if (size != fileSnapshot.size() || !remote.isUnchanged(folder, fileSnapshot, after.get())) {
            return new FetchOutcome.ChangedMeanwhile();
        }
        temporaryFile.replace(target);
        return new FetchOutcome.Fetched(target, size, hash.hex());
    }

    private long download(RemoteReader reader, TemporaryFile temporaryFile, Sha256 hash) throws IOException {
        try (reader;
                OutputStream out = temporaryFile.create()) {
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
