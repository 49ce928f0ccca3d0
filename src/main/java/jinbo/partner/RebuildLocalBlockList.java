package jinbo.partner;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import jinbo.partner.VerificationResult.NotGenuine;
import jinbo.platform.files.FolderWalk;
import jinbo.platform.files.OwnerOnlyPermissions;

/**
 * Rebuilds a damaged local list from the files in the inbox. The result must be the list that the note of the applied
 * list names or, without a note, not be older than the newest list in the folder.
 */
public record RebuildLocalBlockList(PartnerFolder folder, Partner partner, LocalBlockList held, Inbox inbox) {

    public RebuildLocalBlockList(PartnerFolder folder, Partner partner) {
        this(folder, partner, new LocalBlockList(folder.list()), new Inbox(folder.inbox(), partner.code()));
    }

    /** Returns why the list could not be rebuilt, in which case the damaged list stays; empty if it was rebuilt. */
    public Optional<String> rebuild(Instant now) throws IOException {
        // Later lists are then applied as usual, so that they are compared with the list that was held.
        Optional<String> notRebuilt = rebuild(held.readNote().isPresent() ? upTo() : held.highestKnown(), now);
        return notRebuilt.isPresent() && held.readNote().isEmpty() ? rebuild(upTo(), now) : notRebuilt;
    }

    private Optional<String> rebuild(int upTo, Instant now) throws IOException {
        if (inbox.fullLists(1, upTo).isEmpty()) {
            return Optional.of("the inbox has no full list to start from");
        }
        Path draft = folder.list().resolve("anew");
        FolderWalk.delete(draft);
        OwnerOnlyPermissions.createFolder(draft);
        try {
            LocalBlockList rebuilt = new LocalBlockList(draft);
            Optional<NotGenuine<VerifiedList>> wrong =
                    new ApplyBlockLists(partner, rebuilt).reapply(folder.inbox(), upTo, now, held);
            Optional<LocalBlockList.Applied> before = held.readNote();
            Optional<LocalBlockList.Applied> after = rebuilt.readNote();
            if (after.isEmpty() || !isValid(after.get(), before)) {
                return Optional.of(wrong.map(NotGenuine::detail).orElse("the files in the inbox give another list"));
            }
            held.restore(rebuilt, before.orElse(after.get()));
            return Optional.empty();
        } finally {
            FolderWalk.delete(draft);
        }
    }

    /** Selects the names of the files that {@link #rebuild} uses. */
    public Predicate<String> sources() throws IOException {
        int last = upTo();
        return name -> inbox.sequence(name).filter(sequence -> sequence <= last).isPresent();
    }

    private boolean isValid(LocalBlockList.Applied rebuilt, Optional<LocalBlockList.Applied> before)
            throws IOException {
        return before.isPresent()
                ? rebuilt.list().manifestSha256().equals(before.get().list().manifestSha256())
                : rebuilt.sequence() >= held.highestKnown();
    }

    private int upTo() throws IOException {
        Optional<LocalBlockList.Applied> before = held.readNote();
        return before.isPresent() ? before.get().sequence() : inbox.newest().orElse(0);
    }
}
