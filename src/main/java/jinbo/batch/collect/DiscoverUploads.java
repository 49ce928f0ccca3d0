package jinbo.batch.collect;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jinbo.batch.Fence;
import jinbo.batch.LeaseLostException;
import jinbo.batch.Progress;
import jinbo.batch.Spool;
import jinbo.batch.SpoolException;
import jinbo.batch.StopRequest;
import jinbo.exchange.format.InboundFileName;
import jinbo.exchange.sftp.DropException;
import jinbo.exchange.sftp.DropException.DropRefusedException;
import jinbo.exchange.sftp.DropFolder;
import jinbo.exchange.sftp.DropSession;
import jinbo.exchange.sftp.FetchOutcome;
import jinbo.exchange.sftp.FileSnapshot;
import jinbo.exchange.sftp.UploadStabilityCheck;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.platform.error.FailureMessages;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.faultpoint.FaultPointListener;
import jinbo.platform.files.Sha256;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import jinbo.registry.inbound.InboundFiles.FetchedFile;
import jinbo.registry.inbound.PendingFetches;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Fetches new, complete uploads from {@code upload/} into the spool and records each once. If some cannot be read, the
 * next run begins with the files after them, so that they do not block the others.
 */
@Component
record DiscoverUploads(
        UploadStabilityCheck uploadStabilityCheck,
        InboundFiles inbound,
        PendingFetches pendingFetches,
        Insurers insurers,
        Spool spool,
        DiskSpaceReservations room,
        Fence fence,
        StopRequest stop,
        Clock clock,
        CollectSettings settings,
        Progress progress,
        FaultPointListener faultPointListener) {

    /** Limits the memory of those who read all held and unfinished files of an insurer. */
    private static final int MOST_FILES = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(DiscoverUploads.class);

    /** Fetches uploads, until a stop is requested, the insurer is suspended, or a limit is reached. */
    Discovery discover(Insurer insurer, DropSession drop) {
        UploadStabilityCheck.Result settled = uploadStabilityCheck.on(drop);
        List<InboundFile> arrived = new ArrayList<>();
        int changing = settled.changing().size();
        int refused = 0;
        Optional<String> waiting = Optional.empty();
        RunLimits thisRun = new RunLimits(insurer.code());
        List<FileSnapshot> complete = inOrder(settled.stable(), pendingFetches.findStartOfNextRun(insurer.code()));
        boolean allTried = true;
        for (int i = 0; i < complete.size() && waiting.isEmpty(); i++) {
            FileSnapshot fileSnapshot = complete.get(i);
            if (stop.isRequested() || !insurers.get(insurer.code()).isActive()) {
                allTried = false;
                break;
            }
            if (inbound.unarchived(insurer.code(), fileSnapshot.name()).isEmpty()) {
                long bytes = settings.bytesToFetch(fileSnapshot.size());
                waiting = thisRun.reasonToWait(bytes, complete.size() - i);
                if (waiting.isEmpty()) {
                    try {
                        Optional<InboundFile> fetched = fetch(insurer, drop, fileSnapshot);
                        fetched.ifPresentOrElse(
                                file -> {
                                    arrived.add(file);
                                    thisRun.fetched(bytes);
                                },
                                () -> thisRun.failedAttempt(fileSnapshot.name(), bytes));
                        changing += fetched.isPresent() ? 0 : 1;
                    } catch (DropRefusedException e) {
                        LOG.warn("A file of {} cannot be fetched: {}", insurer.code(), FailureMessages.cause(e));
                        thisRun.failedAttempt(fileSnapshot.name(), bytes);
                        refused++;
                    } finally {
                        room.release(bytes);
                    }
                }
            }
        }
        if (allTried && waiting.isEmpty()) {
            fence.record(() -> pendingFetches.resetStartOfNextRun(insurer.code()));
        }
        waiting.ifPresent(why -> LOG.warn("{}: {}", insurer.code(), why));
        return new Discovery(arrived, changing, refused, settled.strange(), settled.beyond(), waiting);
    }

    /** Sorts files by name, and moves those up to the given name to the end. */
    private static List<FileSnapshot> inOrder(List<FileSnapshot> complete, Optional<String> lastFailed) {
        Predicate<FileSnapshot> first =
                fileSnapshot -> lastFailed.isEmpty() || fileSnapshot.name().compareTo(lastFailed.get()) > 0;
        return Stream.concat(complete.stream().filter(first), complete.stream().filter(first.negate()))
                .toList();
    }

    /** The limits of one run for one insurer. */
    private final class RunLimits {

        private final InsurerCode insurer;
        private int fetched;
        private int failed;
        private long volume;
        private int files;
        private long spooled;

        RunLimits(InsurerCode insurer) {
            this.insurer = insurer;
            List<InboundFile> waiting = unfinishedOrHeld(inbound, insurer).toList();
            this.files = waiting.size();
            this.spooled = waiting.stream()
                    .filter(InboundFile::fetched)
                    .mapToLong(InboundFile::size)
                    .sum();
        }

        /** Returns why this file and the next ones must wait; if empty, disk space was reserved for the file. */
        Optional<String> reasonToWait(long bytes, int left) {
            CollectSettings.Fetch most = settings.fetch();
            if (failed == most.files()) {
                return Optional.of(left + " file(s) in upload/ wait for the next run, which begins with them, because "
                        + failed + " could not be read (collect-uploads.fetch.files)");
            }
            if (fetched == most.files() || volume + bytes > most.volume().toBytes()) {
                return Optional.of(left + " file(s) in upload/ wait for the next run, because one run fetches "
                        + most.files() + " files or " + most.volume().toMegabytes()
                        + "MB of an insurer at most (collect-uploads.fetch)");
            }
            if (files >= MOST_FILES || spooled + bytes > most.spooled().toBytes()) {
                return Optional.of(left + " file(s) in upload/ are not fetched, because the files of this insurer that"
                        + " are held or unfinished have reached their limit, " + MOST_FILES + " files or "
                        + most.spooled().toMegabytes()
                        + "MB (collect-uploads.fetch.spooled); release or refuse the held ones (held list)");
            }
            if (!room.reserve(bytes)) {
                return Optional.of(left + " file(s) in upload/ are not fetched, because "
                        + room.insufficientSpaceReason() + "; free disk space");
            }
            return Optional.empty();
        }

        void fetched(long bytes) {
            fetched++;
            files++;
            volume += bytes;
            spooled += bytes;
        }

        /** Counts the bytes too, because they may have been transferred. */
        void failedAttempt(String name, long bytes) {
            failed++;
            volume += bytes;
            fence.record(() -> pendingFetches.setStartOfNextRun(insurer, name));
        }
    }

    static Stream<InboundFile> unfinishedOrHeld(InboundFiles inbound, InsurerCode insurer) {
        return Stream.concat(inbound.unfinished(insurer).stream(), inbound.held(insurer).stream())
                .distinct();
    }

    private Optional<InboundFile> fetch(Insurer insurer, DropSession drop, FileSnapshot fileSnapshot) {
        long id = pendingFetches.nextId();
        fence.record(() -> pendingFetches.begin(id, insurer.code()));
        try {
            Optional<FetchedFile> arrival = bring(insurer, drop, fileSnapshot, spool.upload(id));
            if (arrival.isPresent()) {
                faultPointListener.reached(FaultPoint.FETCHED);
                fence.record(() -> {
                    inbound.record(id, arrival.get());
                    pendingFetches.end(id);
                });
                return Optional.of(inbound.get(id));
            }
            spool.clear(id);
            fence.record(() -> pendingFetches.end(id));
            return Optional.empty();
        } catch (DropException | LeaseLostException e) {
            clearAfter(e, id);
            throw e;
        } catch (IOException e) {
            throw new SpoolException("write", "an upload of " + insurer.code(), e);
        }
    }

    /** Clears the spool; nobody else knows this id, because no file was recorded under it. */
    private void clearAfter(RuntimeException failure, long id) {
        try {
            spool.clear(id);
        } catch (IOException | SpoolException e) {
            failure.addSuppressed(e);
        }
    }

    private Optional<FetchedFile> bring(Insurer insurer, DropSession drop, FileSnapshot fileSnapshot, Path target)
            throws IOException {
        FetchOutcome outcome = drop.fetch(
                DropFolder.UPLOAD,
                fileSnapshot,
                target,
                settings.limits().sealedSize().toBytes(),
                progress.of(shownName(insurer, fileSnapshot), fileSnapshot.size()));
        if (outcome instanceof FetchOutcome.Fetched fetched) {
            return Optional.of(FetchFromArchive.fetchedFile(
                    insurer.code(), fileSnapshot, fetched.size(), fetched.sha256(), clock.instant()));
        }
        return outcome instanceof FetchOutcome.TooLarge
                ? Optional.of(FetchFromArchive.fetchedFile(
                        insurer.code(), fileSnapshot, fileSnapshot.size(), Sha256.OF_NOTHING, clock.instant()))
                : Optional.empty();
    }

    /** Returns the name to show. An invalid name is not shown, because it may contain a phone number. */
    private String shownName(Insurer insurer, FileSnapshot fileSnapshot) {
        return InboundFileName.parse(fileSnapshot.name(), insurer.code(), BusinessTime.today(clock))
                        instanceof InboundFileName.Valid
                ? fileSnapshot.name()
                : insurer.code() + "/upload";
    }

    /**
     * What was found in {@code upload/}.
     *
     * @param stillChanging incomplete files, left for the next run
     * @param refused files that the drop does not let the association read
     * @param strange entries that are not files or have invalid names
     * @param beyond files above the limit of one listing, left for the next run
     * @param waiting why the files after the fetched ones wait, and how many there are
     */
    record Discovery(
            List<InboundFile> arrived,
            int stillChanging,
            int refused,
            int strange,
            int beyond,
            Optional<String> waiting) {

        Discovery {
            arrived = List.copyOf(arrived);
        }

        List<String> left() {
            List<String> left = new ArrayList<>();
            if (stillChanging > 0) {
                left.add(stillChanging + " file(s) in upload/ are still changing; the next run collects them");
            }
            if (refused > 0) {
                left.add(refused + " file(s) in upload/ cannot be read; ask the insurer to let our account read them");
            }
            if (beyond > 0) {
                left.add(beyond + " file(s) in upload/ are beyond the limit of one listing; run again");
            }
            waiting.ifPresent(left::add);
            if (strange > 0) {
                left.add(strange
                        + " item(s) in upload/ are not files or have invalid names; ask the insurer to remove them");
            }
            return left;
        }
    }
}
