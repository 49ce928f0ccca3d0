package jinbo.partner;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import jinbo.platform.files.InterProcessMutex;
import jinbo.platform.files.OwnerOnlyPermissions;

/** The folder with all data of the insurer's side; only its owner may have access. */
public record PartnerFolder(Path root) {

    public PartnerFolder {
        root = root.toAbsolutePath().normalize();
    }

    PartnerFolder create() throws IOException {
        for (Path folder : new Path[] {root, outbox(), inbox(), list()}) {
            OwnerOnlyPermissions.createFolder(folder);
        }
        return this;
    }

    public Path settings() {
        return root.resolve("partner.properties");
    }

    /** Sealed files that are sent to the association, and notes about them. */
    public Path outbox() {
        return root.resolve("outbox");
    }

    /** Delivered files, still sealed. */
    public Path inbox() {
        return root.resolve("inbox");
    }

    /** Receipts that were fetched and not verified yet, or are forged. */
    Path unverified() {
        return root.resolve("unverified");
    }

    public Path list() {
        return root.resolve("list");
    }

    Path associationCertificates() {
        return root.resolve("association");
    }

    Path seenCertificates() {
        return associationCertificates().resolve("seen");
    }

    /** Secret keys that were generated or imported after those of the settings. */
    Path ownKeys() {
        return root.resolve("own");
    }

    public Path resolve(String file) {
        return root.resolve(file).normalize();
    }

    public boolean isSetUp() {
        return Files.exists(settings());
    }

    /** Runs the work; throws if another command uses the folder. The lock ends when the process ends. */
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
