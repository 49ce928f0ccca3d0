package jinbo.partner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jinbo.partner.Inbox.ReceivedTime;
import jinbo.partner.VerificationResult.Genuine;
import jinbo.partner.VerificationResult.NotGenuine;

/** Verifies the manifests of the inbox in order, from the held list to the newest. */
record VerifyManifestChain(Partner partner, LocalBlockList held, Inbox inbox, ReceivedTime receivedTime) {

    /**
     * The verified part of the chain.
     *
     * @param lists the genuine lists in order, after the held list or from a full list on
     * @param fault why it ends before the newest list; empty if it does not
     */
    record Followed(List<Genuine<VerifiedList>> lists, Optional<NotGenuine<VerifiedList>> fault) {}

    /** @param last the held list; empty to start from the newest full list */
    Followed follow(Optional<VerifiedList> last, int newest) throws IOException {
        OptionalInt first = last.isPresent() ? OptionalInt.of(last.get().sequence() + 1) : inbox.newestFull(newest);
        if (first.isEmpty()) {
            return new Followed(
                    List.of(),
                    Optional.of(DeliveryFault.MISSING.found(
                            "no list is applied, and the inbox has no full list; request one: partner resync")));
        }
        List<Genuine<VerifiedList>> lists = new ArrayList<>();
        Optional<VerifiedList> before = last;
        for (int sequence = first.getAsInt(); sequence <= newest; sequence++) {
            VerificationResult<VerifiedList> verificationResult = open(sequence, before);
            if (verificationResult instanceof NotGenuine<VerifiedList> wrong) {
                Optional<Genuine<VerifiedList>> restarted = findNewChain(wrong.fault(), sequence, newest);
                if (restarted.isEmpty()) {
                    return new Followed(lists, Optional.of(wrong));
                }
                verificationResult = restarted.get();
                lists.clear();
            }
            Genuine<VerifiedList> genuine = (Genuine<VerifiedList>) verificationResult;
            if (genuine.value().log() == VerifiedList.LogConsistency.FORKED && before.isPresent()) {
                held.storeFork(before.get().manifest(), genuine.value().manifest());
            }
            lists.add(genuine);
            before = Optional.of(genuine.value());
            sequence = genuine.value().sequence();
        }
        return new Followed(lists, Optional.empty());
    }

    private VerificationResult<VerifiedList> open(int sequence, Optional<VerifiedList> before) throws IOException {
        Path manifest = inbox.manifest(sequence);
        return new OpenManifest(partner).open(manifest, before, receivedTime.at(manifest));
    }

    /** Finds a new chain that the association has begun after missing manifests, which then do no harm. */
    private Optional<Genuine<VerifiedList>> findNewChain(DeliveryFault fault, int missing, int newest)
            throws IOException {
        for (int sequence = missing + 1; fault == DeliveryFault.MISSING && sequence <= newest; sequence++) {
            if (open(sequence, Optional.empty()) instanceof Genuine<VerifiedList> genuine
                    && genuine.value().manifest().beginsChain()) {
                return Optional.of(genuine);
            }
        }
        return Optional.empty();
    }
}
