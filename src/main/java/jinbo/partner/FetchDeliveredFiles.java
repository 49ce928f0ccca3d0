package jinbo.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jinbo.exchange.format.AnswerFileNames;
import jinbo.exchange.format.BlockListFileName;
import jinbo.exchange.format.ManifestFileName;
import jinbo.exchange.format.OutboundFileName;
import jinbo.exchange.sftp.DropException.DropRefusedException;
import jinbo.exchange.sftp.FetchOutcome;
import jinbo.exchange.sftp.FileSnapshot;
import jinbo.exchange.sftp.FolderScanner.FolderScan;
import jinbo.exchange.sftp.InsurerDropSession;

/**
 * Fetches delivered files into the inbox. They never change, so only a damaged copy is fetched again.
 *
 * @param receipts the folder for receipts until they are verified
 */
public record FetchDeliveredFiles(Path inbox, Path receipts) {

    /** The largest file; more than {@link jinbo.exchange.openpgp.EnvelopeLimits#standard()} allows for lists. */
    private static final long MAX_BYTES = 512L << 20;

    @FunctionalInterface
    interface DamagedCopyFilter {
        boolean test(Path copy, FileSnapshot onTheDrop) throws IOException;
    }

    /** Fetches new files. If the drop fails, the files that were already fetched are kept and count as fetched. */
    public Fetched fetch(InsurerDropSession session) throws IOException {
        return fetch(session, (copy, onTheDrop) -> false);
    }

    /** Like {@link #fetch(InsurerDropSession)}, and fetches damaged files again. */
    Fetched fetch(InsurerDropSession session, DamagedCopyFilter damaged) throws IOException {
        List<Path> files = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        String last = "";
        FolderScan folderScan;
        boolean progressed;
        do {
            String after = last;
            folderScan = session.scan(name -> isDeliveredName(name) && name.compareTo(after) > 0);
            progressed = false;
            for (FileSnapshot fileSnapshot : folderScan.files()) {
                last = fileSnapshot.name();
                Path copy = inbox.resolve(last);
                Path target = last.startsWith("receipt-") ? receipts.resolve(last) : copy;
                if (Files.exists(copy) ? !damaged.test(copy, fileSnapshot) : Files.exists(target)) {
                    progressed = true;
                } else if (isFetched(session, fileSnapshot, target)) {
                    progressed = true;
                    files.add(target);
                } else {
                    passedOver.add(fileSnapshot.name());
                }
            }
        } while (folderScan.beyond() > 0 && progressed);
        return new Fetched(files, passedOver);
    }

    /** False for other names, which may lead to another folder, such as {@code D:x.pgp} on Windows. */
    private static boolean isDeliveredName(String name) {
        return AnswerFileNames.isOne(name)
                || ManifestFileName.parse(name).isPresent()
                || BlockListFileName.parse(name).isPresent()
                || OutboundFileName.parse(name).isPresent();
    }

    private static boolean isFetched(InsurerDropSession session, FileSnapshot fileSnapshot, Path target)
            throws IOException {
        try {
            return session.fetch(fileSnapshot, target, MAX_BYTES) instanceof FetchOutcome.Fetched;
        } catch (DropRefusedException ofThisFile) {
            return false;
        }
    }

    /** @param passedOver names of files that have changed or vanished meanwhile, were refused or are too large */
    public record Fetched(List<Path> files, List<String> passedOver) {

        public Fetched {
            files = List.copyOf(files);
            passedOver = List.copyOf(passedOver);
        }

        /** Shows no file names, because they may contain phone numbers. */
        @Override
        public String toString() {
            return "Fetched[files=" + files.size() + ", passedOver=" + passedOver.size() + "]";
        }
    }
}
