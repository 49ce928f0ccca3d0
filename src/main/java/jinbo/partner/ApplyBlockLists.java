package jinbo.partner;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jinbo.exchange.format.Manifest;
import jinbo.partner.Inbox.ReceivedTime;
import jinbo.partner.VerificationResult.Genuine;
import jinbo.partner.VerificationResult.NotGenuine;
import jinbo.partner.VerifyManifestChain.Followed;
import jinbo.platform.files.TemporaryFile;

/**
 * Applies the block lists of the inbox in order, as far as the chain of their manifests is valid. Verifies all
 * manifests, but only opens the last full list and later ones. If the access log has forked, a genuine list is applied
 * all the same, and the checkpoints of the log are stored as evidence.
 */
public record ApplyBlockLists(Partner partner, LocalBlockList held) {

    /**
     * Returns the newest list, or the first fault; the lists before the fault may have been applied all the same. Empty
     * if there is no newer list.
     */
    public Optional<VerificationResult<VerifiedList>> apply(Path inbox, Instant receivedAt, LocalDate today)
            throws IOException {
        return apply(inbox, held.applied(), receivedAt, today);
    }

    /** Like {@link #apply}, but starts a new chain with the newest full list, if that is newer than the held list. */
    public Optional<VerificationResult<VerifiedList>> restartChain(Path inbox, Instant receivedAt, LocalDate today)
            throws IOException {
        int applied = held.applied().map(VerifiedList::sequence).orElse(0);
        List<Integer> later = new Inbox(inbox, partner.code()).fullLists(applied + 1, Integer.MAX_VALUE);
        if (applied > 0 && later.isEmpty()) {
            return Optional.of(DeliveryFault.MISSING.found(
                    "list " + applied + " is held, and the inbox has no later full list to start from; request one"
                            + " (partner resync), and fetch it"));
        }
        return apply(inbox, Optional.empty(), receivedAt, today);
    }

    /**
     * Applies lists again: the newest full list whose sequence is at most {@code upTo}, and each list between it and
     * {@code upTo}. Returns the first fault. Evidence of a fork or a new chain goes to {@code evidence}.
     */
    Optional<NotGenuine<VerifiedList>> reapply(Path folder, int upTo, Instant now, LocalBlockList evidence)
            throws IOException {
        Inbox inbox = new Inbox(folder, partner.code());
        Followed followed = new VerifyManifestChain(partner, evidence, inbox, ReceivedTime::whenFetched).start(1, upTo);
        return applyAll(followed, new OpenListContent(partner, folder, ReceivedTime::whenFetched), now, LocalDate.MIN);
    }

    private Optional<VerificationResult<VerifiedList>> apply(
            Path folder, Optional<VerifiedList> last, Instant receivedAt, LocalDate today) throws IOException {
        Inbox inbox = new Inbox(folder, partner.code());
        int applied = held.applied().map(VerifiedList::sequence).orElse(0);
        OptionalInt newest = inbox.newest();
        if (newest.isEmpty() || newest.getAsInt() <= applied) {
            return inbox.foreign().map(ApplyBlockLists::foreign);
        }
        ReceivedTime receivedTime = file -> receivedAt;
        VerifyManifestChain chain = new VerifyManifestChain(partner, held, inbox, receivedTime);
        Followed followed = last.isPresent()
                ? chain.follow(last.get(), newest.getAsInt())
                : chain.start(applied + 1, newest.getAsInt());
        Optional<NotGenuine<VerifiedList>> wrong =
                applyAll(followed, new OpenListContent(partner, folder, receivedTime), receivedAt, today);
        return Optional.of(wrong.<VerificationResult<VerifiedList>>map(fault -> fault)
                .orElseGet(() -> followed.lists().get(followed.lists().size() - 1)));
    }

    private Optional<NotGenuine<VerifiedList>> applyAll(
            Followed followed, OpenListContent opener, Instant at, LocalDate today) throws IOException {
        List<VerifiedList> lists = followed.lists().stream().map(Genuine::value).toList();
        if (lists.isEmpty()) {
            return followed.fault();
        }
        Manifest newest = lists.get(lists.size() - 1).manifest();
        if (today.isAfter(newest.useBy())) {
            return followed.fault()
                    .or(() -> Optional.of(DeliveryFault.STALE.found("list " + newest.sequence()
                            + " could be used until " + newest.useBy() + "; fetch a newer one before any sales call")));
        }
        return applyFromLastFull(lists, opener, at).or(followed::fault);
    }

    /** Returns the first fault. If the last full list is faulty, the lists before it are applied all the same. */
    private Optional<NotGenuine<VerifiedList>> applyFromLastFull(
            List<VerifiedList> lists, OpenListContent opener, Instant at) throws IOException {
        int first = lastFull(lists);
        for (int i = first; i < lists.size(); i++) {
            Optional<NotGenuine<VerifiedList>> wrong = apply(lists.get(i), opener, at);
            if (wrong.isPresent()) {
                if (i == first && first > 0) {
                    applyFromLastFull(lists.subList(0, first), opener, at);
                }
                return wrong;
            }
        }
        return Optional.empty();
    }

    private static int lastFull(List<VerifiedList> lists) {
        for (int i = lists.size() - 1; i > 0; i--) {
            if (OpenListContent.isFull(lists.get(i).manifest())) {
                return i;
            }
        }
        return 0;
    }

    private Optional<NotGenuine<VerifiedList>> apply(VerifiedList list, OpenListContent opener, Instant at)
            throws IOException {
        boolean followsHeld = held.applied()
                .filter(last -> last.sequence() + 1 == list.sequence())
                .isPresent();
        if (!OpenListContent.isFull(list.manifest()) && !followsHeld) {
            return Optional.of(DeliveryFault.MISSING.found("list " + list.sequence()
                    + " is a delta to a list that is not held; request a full list: partner resync"));
        }
        TemporaryFile temporaryFile = held.draft();
        try {
            Optional<NotGenuine<VerifiedList>> wrong;
            try (OutputStream csv = new BufferedOutputStream(temporaryFile.create(), 1 << 16)) {
                wrong = OpenListContent.isFull(list.manifest())
                        ? opener.full(list.manifest(), csv)
                        : opener.delta(list.manifest(), held, csv);
            }
            if (wrong.isPresent() && wrong.get().fault() == DeliveryFault.DIFFERS) {
                addExtraNumbers(list.manifest(), opener, temporaryFile);
            }
            if (wrong.isEmpty()) {
                held.replace(temporaryFile, list, at);
            }
            return wrong;
        } finally {
            temporaryFile.discard();
        }
    }

    /** Blocks the numbers that a delta adds: they must not be called, even if the delta does not fit the held list. */
    private void addExtraNumbers(Manifest delta, OpenListContent opener, TemporaryFile temporaryFile)
            throws IOException {
        try (OutputStream csv = new BufferedOutputStream(temporaryFile.create(), 1 << 16)) {
            opener.writeAdded(delta, csv);
        }
        held.addExtraNumbers(temporaryFile);
    }

    private static VerificationResult<VerifiedList> foreign(String name) {
        return DeliveryFault.FOREIGN.found(
                name + " is named for another insurer; tell the association, and remove the file from the inbox");
    }
}
