package jinbo.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jinbo.partner.VerificationResult.NotGenuine;
import jinbo.platform.files.OwnerOnlyPermissions;

/**
 * Makes the held list anew from the sealed lists of the inbox, where it lies damaged on our own disk ({@link
 * LocalBlockList#damage()}): the last full one and what follows it, verified as when they came. What comes of it must be the very list
 * that the note names; where the note is damaged, too, a list that is not older than any that was held.
 */
public final class RebuildLocalBlockList {

    private final PartnerFolder folder;
    private final Partner partner;
    private final LocalBlockList held;
    private final Inbox inbox;

    public RebuildLocalBlockList(PartnerFolder folder, Partner partner) {
        this.folder = folder;
        this.partner = partner;
        this.held = new LocalBlockList(folder.list());
        this.inbox = new Inbox(folder.inbox(), partner.code());
    }

    /**
     * @param now since when it is held, where no note says it any more
     * @return why it cannot be; the damaged one stays then
     * @throws IOException if the inbox cannot be read, or the list not be written
     */
    public Optional<String> rebuild(Instant now) throws IOException {
        if (inbox.newestFull(upTo()).isEmpty()) {
            return Optional.of("it has no full list to begin with");
        }
        Path beside = folder.list().resolve("anew");
        removeFolder(beside);
        OwnerOnlyPermissions.createFolder(beside);
        try {
            LocalBlockList anew = new LocalBlockList(beside);
            Optional<NotGenuine<VerifiedList>> wrong =
                    new ApplyBlockLists(partner, anew).reapply(folder.inbox(), upTo(), now);
            Optional<LocalBlockList.Applied> before = held.readNote();
            Optional<LocalBlockList.Applied> after = anew.readNote();
            if (after.isEmpty() || !isAsGood(after.get(), before)) {
                return Optional.of(wrong.map(NotGenuine::detail).orElse("the inbox leads to another list"));
            }
            held.restore(anew, before.orElse(after.get()));
            return Optional.empty();
        } finally {
            removeFolder(beside);
        }
    }

    /** The names of the files that it takes. */
    public Predicate<String> sources() throws IOException {
        int last = upTo();
        int first = inbox.newestFull(last).orElse(0);
        return name -> inbox.sequence(name)
                .filter(sequence -> first <= sequence && sequence <= last)
                .isPresent();
    }

    private boolean isAsGood(LocalBlockList.Applied anew, Optional<LocalBlockList.Applied> before) throws IOException {
        return before.isPresent()
                ? anew.list().manifestSha256().equals(before.get().list().manifestSha256())
                : anew.list().manifest().sequence() >= held.highestKnown();
    }

    private int upTo() throws IOException {
        Optional<LocalBlockList.Applied> before = held.readNote();
        return before.isPresent()
                ? before.get().list().manifest().sequence()
                : inbox.newest().orElse(0);
    }

    private static void removeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }
}
