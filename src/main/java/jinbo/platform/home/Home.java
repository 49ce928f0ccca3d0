package jinbo.platform.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jinbo.platform.files.OwnerOnlyPermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder with all data of an installation: database, keys, spool, settings. Only its owner has access. */
public record Home(Path root) {

    private static final Logger LOG = LoggerFactory.getLogger(Home.class);

    public Home {
        root = root.toAbsolutePath().normalize();
    }

    /** Creates missing folders, and removes the permissions of others from the home. */
    public Home create() {
        List<Path> folders = List.of(
                root,
                database(),
                drops(),
                spool(),
                quarantine(),
                checkpoints(),
                requests(),
                keys(),
                jobs(),
                settings(),
                log());
        for (Path folder : folders) {
            try {
                OwnerOnlyPermissions.createFolder(folder);
            } catch (IOException e) {
                throw new UncheckedIOException("The folder " + folder + " cannot be made", e);
            }
        }
        close();
        return this;
    }

    private void close() {
        try {
            if (OwnerOnlyPermissions.close(root)) {
                LOG.warn("Other users could access the home {}; its permissions were corrected: chmod 700", root);
            }
        } catch (IOException e) {
            throw new HomeException(HomeError.OPEN_TO_OTHERS, root).causedBy(e);
        }
    }

    /** A file that exists only in the home of a demo. */
    public Path demoMark() {
        return root.resolve("THIS-IS-A-DEMO.txt");
    }

    /** Only demos may use sample keys. */
    public boolean isDemo() {
        return Files.exists(demoMark());
    }

    public Path database() {
        return root.resolve("db");
    }

    /** A folder for each drop on the embedded server. */
    public Path drops() {
        return root.resolve("drops");
    }

    /** Sealed files that are being received or delivered. */
    public Path spool() {
        return root.resolve("spool");
    }

    /** Refused uploads, still encrypted, each with its reason. */
    public Path quarantine() {
        return root.resolve("quarantine");
    }

    public Path checkpoints() {
        return root.resolve("checkpoints");
    }

    /** Files of operations that wait for a second person. */
    public Path requests() {
        return root.resolve("requests");
    }

    public Path keys() {
        return root.resolve("keys");
    }

    /** Settings of jobs that override the defaults. */
    public Path jobs() {
        return root.resolve("jobs");
    }

    /** All other settings that override the defaults. */
    public Path settings() {
        return root.resolve("settings");
    }

    /** The Unix socket of the local interface of the serving process. */
    public Path socket() {
        return root.resolve("api.sock");
    }

    public Path log() {
        return root.resolve("log");
    }
}
