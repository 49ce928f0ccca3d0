package jinbo.exchange.sftp;

import java.util.Optional;
import jinbo.platform.error.ErrorMessage;

/** Moves one answered upload out of the way, never over another file and never one that was not answered. */
public record UploadArchiver(RemoteFiles remote, Optional<String> sha256, int attempts) {

    /** More earlier files of one name than any insurer sends within a retention. */
    private static final int MOST_ATTEMPTS = 999;

    /** @param sha256 of the upload's content; empty if that was not read, because the file is too large */
    UploadArchiver(RemoteFiles remote, Optional<String> sha256) {
        this(remote, sha256, MOST_ATTEMPTS);
    }

    public ArchiveOutcome archive(FileSnapshot fileSnapshot, ArchiveNames names) {
        for (int attempt = 1; attempt <= attempts; attempt++) {
            String name = SafeFileName.checked(names.candidate(attempt));
            Optional<RemoteFiles.Attributes> now = remote.find(DropFolder.UPLOAD, fileSnapshot.name());
            if (now.isEmpty()) {
                return movedBefore(fileSnapshot, names).orElseGet(ArchiveOutcome.AlreadyGone::new);
            }
            if (!remote.isStill(DropFolder.UPLOAD, fileSnapshot, now.get())) {
                return movedBefore(fileSnapshot, names).orElseGet(ArchiveOutcome.Replaced::new);
            }
            if (move(fileSnapshot, name)) {
                return archived(fileSnapshot, now.get(), name);
            }
        }
        throw new DropConflictException(
                remote.party(),
                DropFolder.ARCHIVE,
                names.candidate(1),
                ErrorMessage.of(DropError.ARCHIVE_NAMES_TAKEN, attempts));
    }

    /**
     * An attempt that was killed has moved the file and could not say where to. Where the server tells no time that
     * says which it is, the content does.
     */
    private Optional<ArchiveOutcome> movedBefore(FileSnapshot fileSnapshot, ArchiveNames names) {
        Optional<String> sameContent = Optional.empty();
        for (int attempt = 1; attempt <= attempts; attempt++) {
            String name = SafeFileName.checked(names.candidate(attempt));
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

    /** True if what lies in the archive under a name is what was ingested, or nobody knows what that was. */
    private boolean hasContent(FileSnapshot fileSnapshot, String name) {
        return sha256.isEmpty()
                || remote.sha256(DropFolder.ARCHIVE, name, fileSnapshot.size()).equals(sha256);
    }

    private boolean move(FileSnapshot fileSnapshot, String name) {
        try {
            return remote.moveUnlessTaken(DropFolder.UPLOAD, fileSnapshot.name(), DropFolder.ARCHIVE, name);
        } catch (DropRefusedException e) {
            if (remote.find(DropFolder.UPLOAD, fileSnapshot.name()).isEmpty()) {
                // Somebody took it between look and move; the next turn says so.
                return false;
            }
            throw e;
        }
    }

    /**
     * SFTP cannot say "move it if it is still this one". If the insurer put another file in its place after our look,
     * that one has gone to the archive unread: it goes back. Where only the time is another, the content decides:
     * servers that move by copying give the copy a time of its own.
     *
     * @param before what the server said of the file before it was moved
     */
    private ArchiveOutcome archived(FileSnapshot fileSnapshot, RemoteFiles.Attributes before, String name) {
        Optional<RemoteFiles.Attributes> moved = remote.find(DropFolder.ARCHIVE, name);
        if (moved.isEmpty()
                || moved.get().equals(before)
                || fileSnapshot.hasSameSize(moved.get()) && hasContent(fileSnapshot, name)) {
            return new ArchiveOutcome.Archived(name);
        }
        if (movedBack(fileSnapshot, name)) {
            return new ArchiveOutcome.Replaced();
        }
        throw new DropConflictException(
                remote.party(),
                DropFolder.UPLOAD,
                fileSnapshot.name(),
                ErrorMessage.of(DropError.EARLIER_ONE_UNREAD, SanitizedText.of(name)));
    }

    private boolean movedBack(FileSnapshot fileSnapshot, String name) {
        try {
            return remote.moveUnlessTaken(DropFolder.ARCHIVE, name, DropFolder.UPLOAD, fileSnapshot.name());
        } catch (DropRefusedException notWithoutOverwriting) {
            return false;
        }
    }

    /** The names to try for a file in {@code archive/}, where nothing is ever overwritten. */
    @FunctionalInterface
    public interface ArchiveNames {

        /** @param attempt 1 for the first choice, 2 where that is taken, and so on */
        String candidate(int attempt);

        /**
         * {@code name}, {@code name.2}, {@code name.3} and so on; a very long name is cut to make room for the number.
         */
        static ArchiveNames numbered(String name) {
            return attempt -> attempt == 1 ? name : SafeFileName.shortened(name) + "." + attempt;
        }
    }
}
