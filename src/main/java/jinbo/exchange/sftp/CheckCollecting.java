package jinbo.exchange.sftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Does with a small file of its own in {@code upload/} what a run does with an upload, in the same way: sees it in
 * two listings, fetches it, moves it to {@code archive/}; and takes it away.
 */
final class CheckCollecting {

    private final RemoteFiles remote;
    private final WaitUntilWhole waitUntilWhole;
    private final Path scratch;
    private final String name;
    private boolean written;
    private Optional<Sighting> sighted = Optional.empty();

    /**
     * @param scratch a folder of this machine, for the file that is fetched
     * @param name of the file, which nobody else uses
     */
    CheckCollecting(RemoteFiles remote, WaitUntilWhole waitUntilWhole, Path scratch, String name) {
        this.remote = remote;
        this.waitUntilWhole = waitUntilWhole;
        this.scratch = scratch;
        this.name = name;
    }

    CheckResult collect() {
        try {
            write();
        } catch (DropRefusedException toldByTheNextStep) {
            return found(CheckCode.NOT_TRIED);
        }
        Settled settled = waitUntilWhole.on(
                () -> Looking.forProbe(remote, DropFolder.UPLOAD, name).look());
        if (settled.whole().isEmpty()) {
            return notWhole(settled);
        }
        Sighting sighting = settled.whole().get(0);
        sighted = Optional.of(sighting);
        try {
            return fetched(sighting);
        } catch (DropRefusedException e) {
            return CheckResult.refused(CheckStep.COLLECT_UPLOAD, CheckCode.UPLOAD_NOT_READABLE, e);
        }
    }

    private static CheckResult notWhole(Settled settled) {
        return settled.changing().stream()
                .findFirst()
                .map(later -> found(CheckCode.UPLOAD_NEVER_STILL, later.size(), later.modified()))
                .orElseGet(
                        () -> found(settled.strange() > 0 ? CheckCode.UPLOAD_SEEN_STRANGE : CheckCode.UPLOAD_NOT_SEEN));
    }

    private CheckResult fetched(Sighting sighting) {
        Path copy = scratch.resolve(name + ".up");
        try {
            FetchOutcome outcome = new Fetching(
                            remote, DropFolder.UPLOAD, 2 * CheckFile.size(), TransferProgress.SILENT)
                    .fetch(sighting, copy);
            Files.deleteIfExists(copy);
            Optional<RemoteFile> now = remote.find(DropFolder.UPLOAD, name);
            if (!(outcome instanceof FetchOutcome.Fetched fetched)) {
                return found(
                        CheckCode.UPLOAD_LOOKS_DIFFER,
                        sighting.size(),
                        sighting.modified(),
                        now.map(file -> String.valueOf(file.size())).orElse("-"),
                        now.map(file -> file.modified().toString()).orElse("-"));
            }
            if (!fetched.sha256().equals(CheckFile.sha256())) {
                return found(CheckCode.CAME_BACK_CHANGED, "upload/");
            }
            return now.filter(file -> !sighting.isStill(file))
                    .map(file -> found(CheckCode.UPLOAD_TIMES_DIFFER, sighting.modified(), file.modified()))
                    .orElseGet(() -> found(CheckCode.UPLOAD_COLLECTED, fetched.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + scratch + " cannot be used", e);
        }
    }

    CheckResult moveToArchive() {
        try {
            write();
        } catch (DropRefusedException e) {
            return CheckResult.refused(CheckStep.MOVE_TO_ARCHIVE, CheckCode.UPLOAD_NOT_WRITABLE, e);
        }
        Optional<CheckResult> notMoved = move();
        if (notMoved.isPresent()) {
            takeAway();
            return notMoved.get();
        }
        try {
            remote.removeIfThere(DropFolder.ARCHIVE, name);
            return CheckResult.of(CheckStep.MOVE_TO_ARCHIVE, CheckCode.ARCHIVE_TAKES);
        } catch (DropRefusedException e) {
            return CheckResult.refused(CheckStep.MOVE_TO_ARCHIVE, CheckCode.ARCHIVE_NOT_DELETABLE, e, name);
        }
    }

    /** As an answered upload, if it was seen as one; that it was not is said already. */
    private Optional<CheckResult> move() {
        try {
            if (sighted.isEmpty()) {
                return remote.moveUnlessTaken(DropFolder.UPLOAD, name, DropFolder.ARCHIVE, name)
                        ? Optional.empty()
                        : Optional.of(isInBoth());
            }
            ArchiveOutcome outcome = new Archiving(remote, Optional.of(CheckFile.sha256()), 1)
                    .archive(sighted.get(), ArchiveNames.numbered(name));
            return outcome instanceof ArchiveOutcome.Archived
                    ? Optional.empty()
                    : Optional.of(CheckResult.of(CheckStep.MOVE_TO_ARCHIVE, CheckCode.ARCHIVE_CHANGES));
        } catch (DropRefusedException e) {
            return Optional.of(CheckResult.refused(CheckStep.MOVE_TO_ARCHIVE, CheckCode.ARCHIVE_REFUSES, e));
        } catch (DropConflictException e) {
            return Optional.of(isInBoth());
        }
    }

    private CheckResult isInBoth() {
        return CheckResult.of(
                CheckStep.MOVE_TO_ARCHIVE,
                CheckCode.ARCHIVE_REFUSES,
                "archive/" + name + " is there, and upload/" + name + " stays");
    }

    private void write() {
        if (!written) {
            CheckFile.write(remote, DropFolder.UPLOAD, name);
            written = true;
        }
    }

    /**
     * As far as the server lets us: that nothing can be moved is what counts, and a later check takes the rest away.
     */
    private void takeAway() {
        CheckFile.remove(remote, DropFolder.UPLOAD, name);
        CheckFile.remove(remote, DropFolder.ARCHIVE, name);
    }

    private static CheckResult found(CheckCode code, Object... facts) {
        return CheckResult.of(CheckStep.COLLECT_UPLOAD, code, facts);
    }
}
