package jinbo.partner;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import jinbo.platform.files.InterProcessMutex;
import jinbo.platform.files.OwnerOnlyPermissions;

/** The folder in which an insurer's own side keeps everything; only its owner may look into it. */
public record PartnerFolder(Path root) {

    public PartnerFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** Makes it and the folders in it, where they are missing. */
    PartnerFolder create() throws IOException {
        for (Path folder : new Path[] {root, outbox(), inbox(), list()}) {
            OwnerOnlyPermissions.createFolder(folder);
        }
        return this;
    }

    /** What an integrator edits. */
    public Path settings() {
        return root.resolve("partner.properties");
    }

    /** What was sealed, still sealed. */
    public Path outbox() {
        return root.resolve("outbox");
    }

    /** What was delivered, still sealed. */
    public Path inbox() {
        return root.resolve("inbox");
    }

    /** The block list that is held. */
    public Path list() {
        return root.resolve("list");
    }

    /** The association's certificates that came through the exchange. */
    Path associationCertificates() {
        return root.resolve("association");
    }

    Path seenCertificates() {
        return associationCertificates().resolve("seen");
    }

    /** Secret keys that were made here after the one that the settings name. */
    Path ownKeys() {
        return root.resolve("own");
    }

    /** A file that a setting names, or that lies here under its usual name. */
    public Path resolve(String file) {
        return root.resolve(file).normalize();
    }

    public boolean isSetUp() {
        return Files.exists(settings());
    }

    /**
     * Does something that no other command may do here meanwhile, as when cron starts the next while the last still runs. The
     * operating system drops the lock when the process ends, however that ends.
     *
     * @throws PartnerException if another command is at work here
     * @throws IOException if the folder cannot be written, or of the work
     */
    public <T> T alone(InterProcessMutex.Work<T> work) throws IOException {
        try (FileChannel file = OwnerOnlyPermissions.openOrCreate(root.resolve("lock"))) {
            if (!isLocked(file)) {
                throw new PartnerException(PartnerError.PARTNER_BUSY, root);
            }
            return work.run();
        }
    }

    private static boolean isLocked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException inThisProcess) {
            return false;
        }
    }
}
