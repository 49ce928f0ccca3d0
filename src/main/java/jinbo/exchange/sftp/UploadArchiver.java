package jinbo.exchange.sftp;

import java.util.Optional;
import jinbo.exchange.sftp.DropException.DropConflictException;
import jinbo.exchange.sftp.DropException.DropRefusedException;
import jinbo.platform.error.ErrorMessage;

/** Moves an answered upload to {@code archive/}. Never overwrites a file, and never moves an unanswered upload. */
public record UploadArchiver(RemoteFiles remote, Optional<String> sha256, int attempts) {

    private static final int MAX_ATTEMPTS = 999;

    /** @param sha256 the hash of the upload's content; empty if it was not read because the file is too large */
    UploadArchiver(RemoteFiles remote, Optional<String> sha256) {
        this(remote, sha256, MAX_ATTEMPTS);
    }

    public ArchiveOutcome archive(FileSnapshot fileSnapshot, String preferredName) {
        for (int attempt = 1; attempt <= attempts; attempt++) {
            String name = SafeFileName.requireSafe(candidate(preferredName, attempt));
            Optional<RemoteFiles.Attributes> now = remote.find(DropFolder.UPLOAD, fileSnapshot.name());
            if (now.isEmpty()) {
                return findMovedBefore(fileSnapshot, preferredName).orElseGet(ArchiveOutcome.AlreadyGone::new);
            }
            if (!remote.isUnchanged(DropFolder.UPLOAD, fileSnapshot, now.get())) {
                return findMovedBefore(fileSnapshot, preferredName).orElseGet(ArchiveOutcome.Replaced::new);
            }
            if (move(fileSnapshot, name)) {
                return verifyMoved(fileSnapshot, now.get(), name);
            }
        }
        throw new DropConflictException(
                remote.party(),
                DropFolder.ARCHIVE,
                preferredName,
                ErrorMessage.of(DropError.ARCHIVE_NAMES_TAKEN, attempts));
    }

    /** Finds, by time or content, a file that an earlier, interrupted attempt has already moved. */
    private Optional<ArchiveOutcome> findMovedBefore(FileSnapshot fileSnapshot, String preferredName) {
        Optional<String> sameContent = Optional.empty();
        for (int attempt = 1; attempt <= attempts; attempt++) {
            String name = SafeFileName.requireSafe(candidate(preferredName, attempt));
            Optional<RemoteFiles.Attributes> there = remote.find(DropFolder.ARCHIVE, name);
            if (there.isEmpty()) {
                break;
            }
            if (fileSnapshot.isUnchanged(there.get())) {
                return Optional.of(new ArchiveOutcome.Archived(name));
            }
            if (sha256.isPresent() && fileSnapshot.hasSameSize(there.get()) && hasContent(fileSnapshot, name)) {
                sameContent = Optional.of(name);
            }
        }
        return sameContent.map(ArchiveOutcome.Archived::new);
    }

    /** True also if the content of the upload is unknown. */
    private boolean hasContent(FileSnapshot fileSnapshot, String name) {
        return sha256.isEmpty()
                || remote.sha256(DropFolder.ARCHIVE, name, fileSnapshot.size()).equals(sha256);
    }

    private boolean move(FileSnapshot fileSnapshot, String name) {
        try {
            return remote.moveUnlessTaken(DropFolder.UPLOAD, fileSnapshot.name(), DropFolder.ARCHIVE, name);
        } catch (DropRefusedException e) {
            if (remote.find(DropFolder.UPLOAD, fileSnapshot.name()).isEmpty()) {
                // The file vanished after the check; the next attempt reports it.
                return false;
            }
            throw e;
        }
    }

    /**
     * SFTP has no conditional move. If the insurer has replaced the file after the check, an unread file was archived
     * and is moved back. If only the time differs, the content decides, because a server that copies files sets a new
     * time.
     */
    private ArchiveOutcome verifyMoved(FileSnapshot fileSnapshot, RemoteFiles.Attributes before, String name) {
        Optional<RemoteFiles.Attributes> moved = remote.find(DropFolder.ARCHIVE, name);
        if (moved.isEmpty()
                || moved.get().equals(before)
                || fileSnapshot.hasSameSize(moved.get()) && hasContent(fileSnapshot, name)) {
            return new ArchiveOutcome.Archived(name);
        }
        if (moveBack(fileSnapshot, name)) {
            return new ArchiveOutcome.Replaced();
        }
        throw new DropConflictException(
                remote.party(),
                DropFolder.UPLOAD,
                fileSnapshot.name(),
                ErrorMessage.of(DropError.EARLIER_ONE_UNREAD, SanitizedText.of(name)));
    }

    private boolean moveBack(FileSnapshot fileSnapshot, String name) {
        try {
            return remote.moveUnlessTaken(DropFolder.ARCHIVE, name, DropFolder.UPLOAD, fileSnapshot.name());
        } catch (DropRefusedException notWithoutOverwriting) {
            return false;
        }
    }

    /** The names {@code name}, {@code name.2} and so on; a long name is shortened so that the number fits. */
    private static String candidate(String name, int attempt) {
        return attempt == 1 ? name : SafeFileName.shortened(name) + "." + attempt;
    }

    public sealed interface ArchiveOutcome {

        /** The upload is in the archive, moved now or by an earlier attempt. */
        record Archived(String name) implements ArchiveOutcome {}

        /** The file is neither in {@code upload/} nor in {@code archive/}. */
        record AlreadyGone() implements ArchiveOutcome {}

        /** Another file has the upload's name now; it remains in {@code upload/} and will be ingested. */
        record Replaced() implements ArchiveOutcome {}
    }
}
