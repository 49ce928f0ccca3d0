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
import jinbo.partner.VerificationResult.Genuine;
import jinbo.partner.VerificationResult.NotGenuine;
import jinbo.partner.VerifyManifestChain.Followed;
import jinbo.platform.files.TemporaryFile;

/**
 * Applies the block lists of the inbox in their order, as far as the chain of their manifests goes. All manifests are verified,
 * so that nothing was left out; lists before the last full one are not opened, because it replaces them all. Each list is held
 * whole before the next is begun. A head of the access log that does not continue the one before it is kept beside the list as
 * evidence, and does not keep a genuine list from being applied.
 */
public record ApplyBlockLists(Partner partner, LocalBlockList held) {

    private static final int BUFFER = 1 << 16;

    /**
     * Applies what follows the list that is held.
     *
     * @param receivedAt when the inbox was filled
     * @param today the date on which calls are to rest on the list
     * @return the newest list, which is held now; or why it is not, though lists before it may have been applied
     *     ({@link LocalBlockList#applied()}); empty if the inbox has nothing newer
     * @throws IOException if the inbox cannot be read or the list not be written; the held one stays
     */
    public Optional<VerificationResult<VerifiedList>> apply(Path inbox, Instant receivedAt, LocalDate today)
            throws IOException {
        return apply(inbox, held.applied(), receivedAt, today);
    }

    /**
     * Gives the chain up, and begins with the newest full list: where lists between are lost for good. Otherwise as
     * {@link #apply}. A full list that is not newer than the list that is held would lead back, and is left alone.
     */
    public Optional<VerificationResult<VerifiedList>> restartChain(Path inbox, Instant receivedAt, LocalDate today)
            throws IOException {
        int applied = held.applied().map(list -> list.manifest().sequence()).orElse(0);
        OptionalInt full = new Inbox(inbox, partner.code()).newestFull();
        if (applied > 0 && full.orElse(0) <= applied) {
            return Optional.of(new NotGenuine<>(
                    DeliveryFault.MISSING,
                    "list " + applied + " is held, and the inbox has no full list after it to begin with; ask for one"
                            + " (partner resync), and fetch it"));
        }
        return apply(inbox, Optional.empty(), receivedAt, today);
    }

    /**
     * Applies the newest full list up to a sequence, and what follows it up to there, however old they are: the same lists
     * once more.
     *
     * @return why it goes no further
     */
    Optional<NotGenuine<VerifiedList>> reapply(Path folder, int upTo, Instant now) throws IOException {
        Inbox inbox = new Inbox(folder, partner.code());
        Followed followed =
                new VerifyManifestChain(partner, held, inbox, ReceivedTime::whenFetched).follow(Optional.empty(), upTo);
        return hold(followed, new OpenListContent(partner, folder, ReceivedTime::whenFetched), now, LocalDate.MIN);
    }

    private Optional<VerificationResult<VerifiedList>> apply(
            Path folder, Optional<VerifiedList> last, Instant receivedAt, LocalDate today) throws IOException {
        Inbox inbox = new Inbox(folder, partner.code());
        int applied = held.applied().map(list -> list.manifest().sequence()).orElse(0);
        OptionalInt newest = inbox.newest();
        if (newest.isEmpty() || newest.getAsInt() <= applied) {
            return inbox.foreign().map(ApplyBlockLists::foreign);
        }
        ReceivedTime receivedTime = file -> receivedAt;
        Followed followed = new VerifyManifestChain(partner, held, inbox, receivedTime).follow(last, newest.getAsInt());
        Optional<NotGenuine<VerifiedList>> wrong =
                hold(followed, new OpenListContent(partner, folder, receivedTime), receivedAt, today);
        if (wrong.isPresent()) {
            return Optional.of(wrong.get());
        }
        return Optional.of(newest(followed.lists()));
    }

    /** The newest one, which tells of a fork anywhere on the way to it. */
    private static Genuine<VerifiedList> newest(List<Genuine<VerifiedList>> lists) {
        Genuine<VerifiedList> newest = lists.get(lists.size() - 1);
        boolean forked = lists.stream().anyMatch(list -> list.value().log() == VerifiedList.LogConsistency.FORKED);
        return forked
                ? new Genuine<>(newest.value().with(VerifiedList.LogConsistency.FORKED), newest.signedAt())
                : newest;
    }

    private Optional<NotGenuine<VerifiedList>> hold(
            Followed followed, OpenListContent opener, Instant at, LocalDate today) throws IOException {
        List<VerifiedList> lists = followed.lists().stream().map(Genuine::value).toList();
        if (lists.isEmpty()) {
            return followed.fault();
        }
        Manifest newest = lists.get(lists.size() - 1).manifest();
        if (today.isAfter(newest.useBy())) {
            return followed.fault().or(() -> Optional.of(OpenBlockList.stale(newest)));
        }
        for (VerifiedList list : lists.subList(lastFull(lists), lists.size())) {
            Optional<NotGenuine<VerifiedList>> wrong = hold(list, opener, at);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return followed.fault();
    }

    private static int lastFull(List<VerifiedList> lists) {
        for (int i = lists.size() - 1; i > 0; i--) {
            if (OpenListContent.isFull(lists.get(i).manifest())) {
                return i;
            }
        }
        return 0;
    }

    private Optional<NotGenuine<VerifiedList>> hold(VerifiedList list, OpenListContent opener, Instant at)
            throws IOException {
        if (!OpenListContent.isFull(list.manifest()) && !followsHeld(list)) {
            return Optional.of(new NotGenuine<>(
                    DeliveryFault.MISSING,
                    "list " + list.manifest().sequence() + " changes a list that is not held; ask for a full one:"
                            + " partner resync"));
        }
        TemporaryFile temporaryFile = held.draft();
        try {
            Optional<NotGenuine<VerifiedList>> wrong;
            try (OutputStream csv = new BufferedOutputStream(temporaryFile.create(), BUFFER)) {
                wrong = OpenListContent.isFull(list.manifest())
                        ? opener.full(list.manifest(), csv)
                        : opener.delta(list.manifest(), held, csv);
            }
            if (wrong.isPresent() && wrong.get().fault() == DeliveryFault.DIFFERS) {
                spare(list.manifest(), opener, temporaryFile);
            }
            if (wrong.isEmpty()) {
                held.take(temporaryFile, list, at);
            }
            return wrong;
        } finally {
            temporaryFile.discard();
        }
    }

    /** The delta is genuine though it does not fit: those whom it adds are not called, whatever is held. */
    private void spare(Manifest delta, OpenListContent opener, TemporaryFile temporaryFile) throws IOException {
        try (OutputStream csv = new BufferedOutputStream(temporaryFile.create(), BUFFER)) {
            opener.added(delta, csv);
        }
        held.addExtraNumbers(temporaryFile);
    }

    private boolean followsHeld(VerifiedList list) throws IOException {
        return held.applied()
                .filter(last ->
                        last.manifest().sequence() + 1 == list.manifest().sequence())
                .isPresent();
    }

    private static VerificationResult<VerifiedList> foreign(String name) {
        return new NotGenuine<>(
                DeliveryFault.FOREIGN,
                name + " has another insurer's name; tell the association, and take it out of the inbox");
    }
}
