package jinbo.drop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Puts one file into {@code download/}, whole, once, over nothing. */
final class Delivering {

    private final RemoteFiles remote;
    private final TransferProgress progress;

    Delivering(RemoteFiles remote, TransferProgress progress) {
        this.remote = remote;
        this.progress = progress;
    }

    DeliveryOutcome deliver(Path sealed, String name) throws IOException {
        PlainName.required(name);
        Optional<RemoteFile> there = remote.find(DropFolder.DOWNLOAD, name);
        if (there.isPresent()) {
            return sameOrConflict(sealed, name, there.get());
        }
        String part = name + ".part";
        remote.removeIfThere(DropFolder.DOWNLOAD, part);
        Sha256 hash = new Sha256();
        long size = upload(sealed, part, hash);
        if (remote.moveUnlessTaken(DropFolder.DOWNLOAD, part, DropFolder.DOWNLOAD, name)) {
            return new DeliveryOutcome.Delivered(size, hash.hex());
        }
        remote.removeIfThere(DropFolder.DOWNLOAD, part);
        return sameOrConflict(
                sealed, name, remote.find(DropFolder.DOWNLOAD, name).orElseThrow(() -> conflict(name)));
    }

    private long upload(Path sealed, String part, Sha256 hash) throws IOException {
        try (InputStream in = Files.newInputStream(sealed);
                RemoteWriter out = remote.create(DropFolder.DOWNLOAD, part)) {
            byte[] buffer = new byte[Sha256.BUFFER];
            long size = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, read);
                hash.add(buffer, read);
                size += read;
                progress.moved(size);
            }
            long arrived = out.finish();
            if (arrived != size) {
                throw new DropUnreachableException(
                        remote.party(),
                        "writing to download/",
                        new IOException("the server has " + arrived + " of " + size + " bytes"));
            }
            return size;
        }
    }

    private DeliveryOutcome sameOrConflict(Path sealed, String name, RemoteFile there) throws IOException {
        long size = Files.size(sealed);
        if (!there.regular() || there.size() != size) {
            throw conflict(name);
        }
        String ours = hashOf(sealed);
        if (!hashOf(name, size).equals(Optional.of(ours))) {
            throw conflict(name);
        }
        return new DeliveryOutcome.AlreadyThere(size, ours);
    }

    private static String hashOf(Path file) throws IOException {
        Sha256 hash = new Sha256();
        byte[] buffer = new byte[Sha256.BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                hash.add(buffer, read);
            }
        }
        return hash.hex();
    }

    /** Of what the server gives back; empty if that is longer than expected or gone. */
    private Optional<String> hashOf(String name, long expected) {
        Optional<RemoteReader> open = remote.read(DropFolder.DOWNLOAD, name);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Sha256 hash = new Sha256();
        byte[] buffer = new byte[Sha256.BUFFER];
        long size = 0;
        try (RemoteReader reader = open.get()) {
            for (int read = reader.read(buffer); read >= 0 && size <= expected; read = reader.read(buffer)) {
                hash.add(buffer, read);
                size += read;
            }
        }
        return size == expected ? Optional.of(hash.hex()) : Optional.empty();
    }

    private DropConflictException conflict(String name) {
        return new DropConflictException(
                remote.party(),
                DropFolder.DOWNLOAD,
                name,
                "find out who put it there before anything is removed: a list that has been delivered never changes");
    }
}
