package jinbo.exchange.sftp.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jinbo.exchange.sftp.DropError;
import jinbo.exchange.sftp.DropException;
import jinbo.exchange.sftp.DropException.DropRefusedException;
import jinbo.exchange.sftp.DropException.DropUnreachableException;
import jinbo.exchange.sftp.DropFolder;
import jinbo.exchange.sftp.FetchOutcome;
import jinbo.exchange.sftp.FileDelivery;
import jinbo.exchange.sftp.FileFetch;
import jinbo.exchange.sftp.FileSnapshot;
import jinbo.exchange.sftp.FolderScanner;
import jinbo.exchange.sftp.FolderScanner.FolderScan;
import jinbo.exchange.sftp.RemoteFiles;
import jinbo.exchange.sftp.SafeFileName;
import jinbo.exchange.sftp.SftpExceptionTranslator;
import jinbo.exchange.sftp.TransferProgressListener;
import jinbo.exchange.sftp.UploadStabilityCheck;
import jinbo.platform.error.ErrorMessage;

/** The steps of a {@link DropCheck} that need an open session. */
final class SessionCheck {

    /** The prefix of test files in {@code download/}; both parties ignore names with a leading dot. */
    static final String PROBE = ".jinbo-check-";

    /** The prefix of test files in {@code upload/}; they end in {@code .part}, because some servers hide dot files. */
    private static final String UPLOAD = "jinbo-check-";

    /** How much the server's clock may differ, the same as for the time of signatures. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    /** Only older test files are leftovers; a younger one may belong to a check that is running now. */
    private static final Duration LEFTOVER_AGE = Duration.ofHours(1);

    private static final String PART = ".part";

    private final RemoteFiles remote;
    private final DropProbe probe;
    private final UploadStabilityCheck uploadStabilityCheck;
    private final Path scratch;
    private final Clock clock;
    private final String mark;
    private final String testFile;
    private final List<DropCheckResult> found = new ArrayList<>();
    private Optional<Instant> written = Optional.empty();
    private Duration ahead = Duration.ZERO;

    /** @param mark makes the file names of this check unique */
    SessionCheck(
            RemoteFiles remote,
            DropProbe probe,
            UploadStabilityCheck uploadStabilityCheck,
            Path scratch,
            Clock clock,
            String mark) {
        this.remote = remote;
        this.probe = probe;
        this.uploadStabilityCheck = uploadStabilityCheck;
        this.scratch = scratch;
        this.clock = clock;
        this.mark = mark;
        this.testFile = PROBE + mark;
    }

    List<DropCheckResult> run() {
        found.add(DropCheckCode.SFTP_SPOKEN.with(remote.extensions()));
        try {
            if (step(DropCheckStep.FOLDERS, this::folders)) {
                CollectionCheck collecting =
                        new CollectionCheck(remote, uploadStabilityCheck, scratch, UPLOAD + mark + PART);
                boolean listed = step(DropCheckStep.LIST_UPLOAD, this::listUpload);
                boolean writable = step(DropCheckStep.WRITE_DOWNLOAD, this::writeDownload);
                if (listed) {
                    step(DropCheckStep.COLLECT_UPLOAD, collecting::collect);
                }
                step(DropCheckStep.MOVE_TO_ARCHIVE, collecting::moveToArchive);
                ahead = written.map(time -> Duration.between(clock.instant(), time))
                        .orElse(Duration.ZERO);
                if (writable) {
                    step(DropCheckStep.CLOCK, this::clock);
                    step(DropCheckStep.LEFTOVERS, this::leftovers);
                    step(DropCheckStep.ROUND_TRIP, this::roundTrip);
                }
            }
        } catch (DropUnreachableException reportedByItsStep) {
            return found;
        }
        return found;
    }

    private boolean step(DropCheckStep step, Supplier<DropCheckResult> tried) {
        try {
            DropCheckResult checked = tried.get();
            found.add(checked);
            return !checked.isWrong();
        } catch (DropUnreachableException e) {
            found.add(DropCheckResult.brokeOff(step, e));
            throw e;
        } catch (DropRefusedException e) {
            found.add(
                    e.isUnsupported()
                            ? DropCheckResult.of(
                                    step, DropCheckCode.NOT_SUPPORTED, e.doing(), SftpExceptionTranslator.describe(e))
                            : DropCheckResult.brokeOff(step, e));
            return false;
        } catch (DropException e) {
            found.add(DropCheckResult.brokeOff(step, e));
            return false;
        }
    }

    private DropCheckResult folders() {
        List<DropFolder> missing = remote.missingFolders();
        String root = remote.party().address().root();
        return missing.isEmpty()
                ? DropCheckCode.FOLDERS_THERE.with(root.isEmpty() ? "/" : root)
                : DropCheckCode.FOLDERS_MISSING.with(
                        missing.stream()
                                .map(folder -> folder.folderName() + "/")
                                .collect(Collectors.joining(", ")),
                        root.isEmpty() ? "/" : root);
    }

    private DropCheckResult clock() {
        long secondsRoundedUp = ahead.abs().plusNanos(999_999_999).toSeconds();
        return ahead.abs().compareTo(CLOCK_TOLERANCE) <= 0
                ? DropCheckCode.CLOCK_AGREES.with(secondsRoundedUp)
                : DropCheckCode.CLOCK_DIFFERS.with(
                        ahead.toSeconds(), clock.instant().plus(ahead));
    }

    private DropCheckResult leftovers() {
        List<String> old = new ArrayList<>();
        List<String> unfinished = new ArrayList<>();
        int removed = 0;
        for (DropFolder folder : DropFolder.values()) {
            old.clear();
            remote.list(folder, (entry, file) -> {
                boolean isOurs = isTestFile(entry) && SafeFileName.isSafe(entry) && file.regular();
                boolean isOld =
                        Duration.between(file.modified(), clock.instant().plus(ahead))
                                        .compareTo(LEFTOVER_AGE)
                                > 0;
                if (isOurs && isOld && old.size() < FolderScan.MAX_FILES) {
                    old.add(entry);
                } else if (!isOurs && folder.isWrittenByAssociationOnly() && isOld && entry.endsWith(PART)) {
                    unfinished.add(folder.folderName());
                }
            });
            for (String each : old) {
                remote.removeIfThere(folder, each);
                removed++;
            }
        }
        return removed == 0 && unfinished.isEmpty()
                ? DropCheckCode.NO_LEFTOVERS.with()
                : DropCheckCode.LEFTOVERS.with(removed, unfinished.size());
    }

    private static boolean isTestFile(String name) {
        return name.startsWith(PROBE) || name.startsWith(UPLOAD) && name.endsWith(PART);
    }

    private DropCheckResult listUpload() {
        FolderScan folderScan;
        try {
            folderScan = new FolderScanner(remote, DropFolder.UPLOAD, any -> true).scan();
        } catch (DropRefusedException e) {
            return DropCheckResult.refused(DropCheckCode.UPLOAD_NOT_LISTED, e);
        }
        long waiting = folderScan.files().size() + (long) folderScan.beyond();
        return folderScan.strange() == 0
                ? DropCheckCode.UPLOAD_LISTED.with(waiting)
                : DropCheckCode.UPLOAD_STRANGE.with(waiting, folderScan.strange());
    }

    private DropCheckResult writeDownload() {
        DropFolder folder = DropFolder.DOWNLOAD;
        try {
            CheckTestFile.write(remote, folder, testFile + PART);
        } catch (DropRefusedException e) {
            return DropCheckResult.refused(DropCheckCode.DOWNLOAD_NOT_WRITABLE, e);
        }
        try {
            written = remote.find(folder, testFile + PART).map(RemoteFiles.Attributes::modified);
            if (!remote.moveUnlessTaken(folder, testFile + PART, folder, testFile)) {
                return afterRemoving(folder, DropCheckCode.DOWNLOAD_NOT_RENAMABLE.with(both(folder)));
            }
        } catch (DropRefusedException e) {
            return afterRemoving(folder, DropCheckResult.refused(DropCheckCode.DOWNLOAD_NOT_RENAMABLE, e));
        }
        return remove(folder, testFile).orElseGet(() -> DropCheckCode.DOWNLOAD_WRITABLE.with());
    }

    /** Removes the file under both names, because a failed rename may have left both. */
    private DropCheckResult afterRemoving(DropFolder folder, DropCheckResult found) {
        return remove(folder, testFile + PART)
                .or(() -> remove(folder, testFile))
                .orElse(found);
    }

    private String both(DropFolder folder) {
        return folder.folderName() + "/" + testFile + " is there, and " + testFile + PART + " stays";
    }

    private Optional<DropCheckResult> remove(DropFolder folder, String what) {
        try {
            remote.removeIfThere(folder, what);
            return Optional.empty();
        } catch (DropRefusedException e) {
            return Optional.of(DropCheckResult.refused(DropCheckCode.DOWNLOAD_NOT_DELETABLE, e, what));
        }
    }

    /** Delivers a signed file like a block list, fetches it back and verifies it. */
    private DropCheckResult roundTrip() {
        String there = testFile + ".pgp";
        Path sealed = scratch.resolve(there + ".out");
        Path back = scratch.resolve(there + ".in");
        try {
            probe.make(there, sealed);
            long size = Files.size(sealed);
            new FileDelivery(
                            remote,
                            DropFolder.DOWNLOAD,
                            ErrorMessage.of(DropError.TRY_AGAIN),
                            TransferProgressListener.SILENT)
                    .deliver(sealed, there);
            Optional<String> fault = fetched(there, back, 2 * size)
                    ? probe.faultOf(there, back)
                    : Optional.of("the server does not give back what it took");
            remote.removeIfThere(DropFolder.DOWNLOAD, there);
            return fault.map(why -> DropCheckCode.CAME_BACK_CHANGED.with(why))
                    .orElseGet(() -> DropCheckCode.CAME_BACK.with(size, probe.maker()));
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + scratch + " cannot be used", e);
        } finally {
            discard(sealed);
            discard(back);
        }
    }

    private boolean fetched(String there, Path back, long maxBytes) throws IOException {
        Optional<RemoteFiles.Attributes> file =
                remote.findInListing(DropFolder.DOWNLOAD, there).or(() -> remote.find(DropFolder.DOWNLOAD, there));
        return file.isPresent()
                && file.get().regular()
                && new FileFetch(remote, DropFolder.DOWNLOAD, maxBytes, TransferProgressListener.SILENT)
                                .fetch(
                                        new FileSnapshot(
                                                there,
                                                file.get().size(),
                                                file.get().modified()),
                                        back)
                        instanceof FetchOutcome.Fetched;
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
