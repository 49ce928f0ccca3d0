package jinbo.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
