package jinbo.platform.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jinbo.platform.files.OwnerOnlyPermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder in which an installation keeps everything; only its owner may look into it. */
public record Home(Path root) {

    private static final Logger LOG = LoggerFactory.getLogger(Home.class);

    public Home {
        root = root.toAbsolutePath().normalize();
    }

    /**
     * Makes the folder and those in it, where they are missing. A folder that is there, and open to others, is closed:
     * nothing in it can be reached any more.
     */
    public Home create() {
        for (Path folder : new Path[] {
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
            log()
        }) {
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

    /** What lies there tells that the home is a demo's. */
    public Path demoMark() {
        return root.resolve("THIS-IS-A-DEMO.txt");
    }

    /** Whether the home is a demo's: the only kind in which sample keys may be used. */
    public boolean isDemo() {
        return Files.exists(demoMark());
    }

    public Path database() {
        return root.resolve("db");
    }

    /** One folder an insurer, its drop on the embedded server. */
    public Path drops() {
        return root.resolve("drops");
    }

    /** Files on their way in and out, all sealed. */
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

    /** Files that were named in commands which wait for a second person's confirmation. */
    public Path requests() {
        return root.resolve("requests");
    }

    public Path keys() {
        return root.resolve("keys");
    }

    /** Settings of jobs that replace those of the program. */
    public Path jobs() {
        return root.resolve("jobs");
    }

    /** Settings of everything else that replace those of the program. */
    public Path settings() {
        return root.resolve("settings");
    }

    /** Where commands of this machine reach the process that serves. */
    public Path socket() {
        return root.resolve("api.sock");
    }

    public Path log() {
        return root.resolve("log");
    }
}
