package jinbo.drop;

import java.util.Optional;

/** Moves one answered upload out of the way, never over another file and never one that was not answered. */
final class Archiving {

    /** More earlier files of one name than any insurer sends within a retention. */
    private static final int MOST_ATTEMPTS = 999;

    private final RemoteFiles remote;

    Archiving(RemoteFiles remote) {
        this.remote = remote;
    }

    ArchiveOutcome archive(Sighting sighting, ArchiveNames names) {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            String name = PlainName.checked(names.candidate(attempt));
            Optional<RemoteFile> now = remote.find(DropFolder.UPLOAD, sighting.name());
            if (now.isEmpty()) {
                return new ArchiveOutcome.AlreadyGone();
            }
            if (!sighting.isStill(now.get())) {
                return new ArchiveOutcome.Replaced();
            }
            if (move(sighting, name)) {
                return archived(sighting, name);
            }
        }
        throw new DropConflictException(
                remote.party(),
                DropFolder.ARCHIVE,
                names.candidate(1),
                "all names up to number " + MOST_ATTEMPTS + " are taken: ask the insurer to tidy up archive/");
    }

    private boolean move(Sighting sighting, String name) {
        try {
            return remote.moveUnlessTaken(DropFolder.UPLOAD, sighting.name(), DropFolder.ARCHIVE, name);
        } catch (DropRefusedException e) {
            if (remote.find(DropFolder.UPLOAD, sighting.name()).isEmpty()) {
                // Somebody took it between look and move; the next turn says so.
                return false;
            }
            throw e;
        }
    }

    /**
     * SFTP cannot say "move it if it is still this one". If the insurer put another file in its place after our look, that one
     * has gone to the archive unread: it goes back.
     */
    private ArchiveOutcome archived(Sighting sighting, String name) {
        Optional<RemoteFile> moved = remote.find(DropFolder.ARCHIVE, name);
        if (moved.isEmpty() || sighting.isStill(moved.get())) {
            return new ArchiveOutcome.Archived(name);
        }
        if (movedBack(sighting, name)) {
            return new ArchiveOutcome.Replaced();
        }
        throw new DropConflictException(
                remote.party(),
                DropFolder.UPLOAD,
                sighting.name(),
                "and an earlier one of that name was moved to archive/" + ShownText.of(name)
                        + " unread: ask the insurer to send that one again under a new name");
    }

    private boolean movedBack(Sighting sighting, String name) {
        try {
            return remote.moveUnlessTaken(DropFolder.ARCHIVE, name, DropFolder.UPLOAD, sighting.name());
        } catch (DropRefusedException notWithoutOverwriting) {
            return false;
        }
    }
}
