package jinbo.exchange.sftp.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
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
import jinbo.exchange.sftp.FolderScanner.FolderScan;
import jinbo.exchange.sftp.RemoteFiles;
import jinbo.exchange.sftp.SafeFileName;
import jinbo.exchange.sftp.SftpExceptionTranslator;
import jinbo.exchange.sftp.TransferProgressListener;
import jinbo.exchange.sftp.UploadStabilityCheck;
import jinbo.platform.error.ErrorMessage;

/** The steps of a check that need an open session. */
final class SessionCheck {

    /** Prefix of test files in {@code download/}; both sides of the exchange ignore names with a leading dot. */
    static final String PROBE = ".jinbo-check-";

    /** Prefix of the test file in {@code upload/}, which ends in {@code .part} because some servers do not list dot files. */
    private static final String UPLOAD = "jinbo-check-";

    /** As for the time of signatures. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    /** A younger test file may belong to a concurrent check. */
    private static final Duration LEFTOVER_AGE = Duration.ofHours(1);

    private static final String PART = ".part";

    private final DropProbe probe;
    private final UploadStabilityCheck uploadStabilityCheck;
    private final Path scratch;
    private final Clock clock;
    private final String mark;
    private final List<DropCheckResult> found = new ArrayList<>();
    private Duration ahead = Duration.ZERO;

    /** @param mark makes the file names of this check unique */
    SessionCheck(DropProbe probe, UploadStabilityCheck uploadStabilityCheck, Path scratch, Clock clock, String mark) {
        this.probe = probe;
        this.uploadStabilityCheck = uploadStabilityCheck;
        this.scratch = scratch;
        this.clock = clock;
        this.mark = mark;
    }

    List<DropCheckResult> run(RemoteFiles remote) {
        found.add(DropCheckResult.of(DropCheckCode.SFTP_SPOKEN, remote.extensions()));
        try {
            if (step(DropCheckStep.FOLDERS, () -> folders(remote))) {
                PermissionCheck rights = new PermissionCheck(remote, PROBE + mark);
                CollectionCheck collecting =
                        new CollectionCheck(remote, uploadStabilityCheck, scratch, UPLOAD + mark + PART);
                boolean listed = step(DropCheckStep.LIST_UPLOAD, rights::listUpload);
                boolean writable = step(DropCheckStep.WRITE_DOWNLOAD, rights::writeDownload);
                if (listed) {
                    step(DropCheckStep.COLLECT_UPLOAD, collecting::collect);
                }
                step(DropCheckStep.MOVE_TO_ARCHIVE, collecting::moveToArchive);
                ahead = rights.written()
                        .map(time -> Duration.between(clock.instant(), time))
                        .orElse(Duration.ZERO);
                if (writable) {
                    step(DropCheckStep.CLOCK, this::clock);
                    step(DropCheckStep.LEFTOVERS, () -> leftovers(remote));
                    step(DropCheckStep.ROUND_TRIP, new RoundTripCheck(remote, probe, scratch, PROBE + mark)::roundTrip);
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

    private DropCheckResult folders(RemoteFiles remote) {
        List<DropFolder> missing = remote.missingFolders();
        String root = remote.party().address().root();
        return missing.isEmpty()
                ? DropCheckResult.of(DropCheckCode.FOLDERS_THERE, root.isEmpty() ? "/" : root)
                : DropCheckResult.of(
                        DropCheckCode.FOLDERS_MISSING,
                        missing.stream()
                                .map(folder -> folder.folderName() + "/")
                                .collect(Collectors.joining(", ")),
                        root.isEmpty() ? "/" : root);
    }

    private DropCheckResult clock() {
        return ahead.abs().compareTo(CLOCK_TOLERANCE) <= 0
                ? DropCheckResult.of(DropCheckCode.CLOCK_AGREES, ahead.toSeconds())
                : DropCheckResult.of(
                        DropCheckCode.CLOCK_DIFFERS,
                        ahead.toSeconds(),
                        clock.instant().plus(ahead));
    }

    private DropCheckResult leftovers(RemoteFiles remote) {
        List<String> old = new ArrayList<>();
        List<String> unfinished = new ArrayList<>();
        int removed = 0;
        for (DropFolder folder : DropFolder.values()) {
            old.clear();
            remote.list(folder, (entry, file) -> {
                boolean testFile = isTestFile(entry) && SafeFileName.isSafe(entry) && file.regular();
                boolean isOld =
                        Duration.between(file.modified(), clock.instant().plus(ahead))
                                        .compareTo(LEFTOVER_AGE)
                                > 0;
                if (testFile && isOld && old.size() < FolderScan.MAX_FILES) {
                    old.add(entry);
                } else if (!testFile && folder.isWrittenByAssociationOnly() && isOld && entry.endsWith(PART)) {
                    unfinished.add(folder.folderName());
                }
            });
            for (String each : old) {
                remote.removeIfThere(folder, each);
                removed++;
            }
        }
        return removed == 0 && unfinished.isEmpty()
                ? DropCheckResult.of(DropCheckCode.NO_LEFTOVERS)
                : DropCheckResult.of(DropCheckCode.LEFTOVERS, removed, unfinished.size());
    }

    private static boolean isTestFile(String name) {
        return name.startsWith(PROBE) || name.startsWith(UPLOAD) && name.endsWith(PART);
    }

    /** Delivers a signed file like a block list, fetches it back and verifies it. */
    record RoundTripCheck(RemoteFiles remote, DropProbe probe, Path scratch, String name) {

        DropCheckResult roundTrip() {
            String there = name + ".pgp";
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
                return fault.map(why -> DropCheckResult.of(DropCheckCode.CAME_BACK_CHANGED, why))
                        .orElseGet(() -> DropCheckResult.of(DropCheckCode.CAME_BACK, size, probe.maker()));
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
}
