package jinbo.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jinbo.exchange.format.AnswerFileNames;
import jinbo.exchange.format.BlockListFileName;
import jinbo.exchange.format.CaseFileName;
import jinbo.exchange.format.CertificateFileName;
import jinbo.exchange.format.ManifestFileName;
import jinbo.exchange.sftp.DropException.DropRefusedException;
import jinbo.exchange.sftp.FetchOutcome;
import jinbo.exchange.sftp.FileSnapshot;
import jinbo.exchange.sftp.FolderScanner.FolderScan;
import jinbo.exchange.sftp.InsurerDropSession;

/**
 * Brings what the association has delivered from {@code download/} into the inbox, a local folder, still sealed and
 * each file once. What has none of its names is left there. A name that is in the inbox is not fetched again unless the copy there
 * is damaged: the association never changes what it has delivered, so a second file of that name would not be its.
 *
 * @param inbox a folder that exists and holds nothing else
 */
public record FetchDeliveredFiles(Path inbox) {

    /** Above any list that {@link jinbo.exchange.openpgp.EnvelopeLimits#standard()} lets through. */
    private static final long MOST_BYTES = 512L << 20;

    /** Whether a copy in the inbox is not what the association has delivered. */
    @FunctionalInterface
    interface Damaged {
        boolean is(Path copy, FileSnapshot onTheDrop) throws IOException;
    }

    /**
     * @return where each new file lies, by name, and which could not be had
     * @throws jinbo.exchange.sftp.DropException if the drop fails; what was fetched before stays and counts as fetched
     */
    public Fetched fetch(InsurerDropSession session) throws IOException {
        return fetch(session, (copy, onTheDrop) -> false);
    }

    /** Fetches what is new, and again what lies damaged in the inbox; otherwise as {@link #fetch(InsurerDropSession)}. */
    Fetched fetch(InsurerDropSession session, Damaged damaged) throws IOException {
        List<Path> files = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        String last = "";
        FolderScan folderScan;
        boolean anyHad;
        do {
            String after = last;
            // a name that the association gives to nothing could lead out of the inbox
            folderScan = session.scan(name -> isDeliveredName(name) && name.compareTo(after) > 0);
            anyHad = false;
            for (FileSnapshot fileSnapshot : folderScan.files()) {
                last = fileSnapshot.name();
                Path target = inbox.resolve(fileSnapshot.name());
                if (Files.exists(target) && !damaged.is(target, fileSnapshot)) {
                    anyHad = true;
                } else if (isFetched(session, fileSnapshot, target)) {
                    anyHad = true;
                    files.add(target);
                } else {
                    passedOver.add(fileSnapshot.name());
                }
            }
        } while (folderScan.beyond() > 0 && anyHad);
        return new Fetched(files, passedOver);
    }

    /**
     * Whether the association gives such a name to what it delivers ({@code exchange-formats/README.md}). Those names mean a file
     * of their folder on every system; another one that a server shows may not, as {@code D:x.pgp} does on Windows.
     */
    private static boolean isDeliveredName(String name) {
        return AnswerFileNames.isOne(name)
                || ManifestFileName.parse(name).isPresent()
                || BlockListFileName.parse(name).isPresent()
                || CaseFileName.parse(name).isPresent()
                || CertificateFileName.isOne(name);
    }

    private static boolean isFetched(InsurerDropSession session, FileSnapshot fileSnapshot, Path target)
            throws IOException {
        try {
            return session.fetch(fileSnapshot, target, MOST_BYTES) instanceof FetchOutcome.Fetched;
        } catch (DropRefusedException ofThisFile) {
            return false;
        }
    }

    /**
     * @param passedOver names of files that changed, went away, were refused or too large while they were fetched: try later, and tell
     *     the association if it goes on
     */
    public record Fetched(List<Path> files, List<String> passedOver) {

        public Fetched {
            files = List.copyOf(files);
            passedOver = List.copyOf(passedOver);
        }

        /** Counts only: a file on the drop may have any name. */
        @Override
        public String toString() {
            return "Fetched[files=" + files.size() + ", passedOver=" + passedOver.size() + "]";
        }
    }
}
