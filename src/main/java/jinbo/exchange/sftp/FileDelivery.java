package jinbo.exchange.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import jinbo.exchange.sftp.DropException.DropConflictException;
import jinbo.exchange.sftp.DropException.DropUnreachableException;
import jinbo.platform.error.ErrorMessage;
import jinbo.platform.files.Sha256;

/** Delivers a file to a drop once; {@code ifTaken} says what to do if another file has the name. */
public record FileDelivery(
        RemoteFiles remote, DropFolder folder, ErrorMessage ifTaken, TransferProgressListener progress) {

    public DeliveryOutcome deliver(Path sealed, String name) throws IOException {
        SafeFileName.requireSafeForNewFile(name);
        Optional<RemoteFiles.Attributes> there = remote.find(folder, name);
        String part = name + ".part";
        if (there.isPresent()) {
            DeliveryOutcome same = sameOrConflict(sealed, name, there.get());
            // A server that renames by a hard link may have died before it deleted the old name.
            remote.removeIfThere(folder, part);
            return same;
        }
        remote.removeIfThere(folder, part);
        Sha256 hash = new Sha256();
        long size = upload(sealed, part, hash);
        if (remote.moveUnlessTaken(folder, part, folder, name, progress::arrived)) {
            return new DeliveryOutcome.Delivered(size, hash.hex());
        }
        remote.removeIfThere(folder, part);
        return sameOrConflict(sealed, name, remote.find(folder, name).orElseThrow(() -> conflict(name)));
    }

    /** True if an earlier attempt has delivered the same content. */
    boolean isThere(Path sealed, String name) throws IOException {
        Optional<RemoteFiles.Attributes> there = remote.find(folder, SafeFileName.requireSafeForNewFile(name));
        if (there.isEmpty()) {
            return false;
        }
        sameOrConflict(sealed, name, there.get());
        return true;
    }

    private long upload(Path sealed, String part, Sha256 hash) throws IOException {
        try (InputStream in = Files.newInputStream(sealed);
                RemoteWriter out = remote.create(folder, part)) {
            byte[] buffer = new byte[RemoteFiles.BUFFER];
            long size = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, read);
                hash.add(buffer, 0, read);
                size += read;
                progress.moved(size);
            }
            long arrived = out.finish();
            if (arrived != size) {
                throw new DropUnreachableException(
                        remote.party(),
                        ErrorMessage.of(DropError.WRITING, folder.folderName() + "/"),
                        new IOException("the server has " + arrived + " of " + size + " bytes"));
            }
            return size;
        }
    }

    private DeliveryOutcome sameOrConflict(Path sealed, String name, RemoteFiles.Attributes there) throws IOException {
        long size = Files.size(sealed);
        if (!there.regular() || there.size() != size) {
            throw conflict(name);
        }
        String sha256 = Sha256.of(sealed);
        if (!remote.sha256(folder, name, size).equals(Optional.of(sha256))) {
            throw conflict(name);
        }
        return new DeliveryOutcome.AlreadyThere(size, sha256);
    }

    private DropConflictException conflict(String name) {
        return new DropConflictException(remote.party(), folder, name, ifTaken);
    }
}
