package jinbo.partner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.partner.Inbox.ReceivedTime;
import jinbo.partner.LocalBlockList.Question;
import jinbo.partner.VerificationResult.Genuine;
import jinbo.partner.VerificationResult.NotGenuine;

/** Verifies the manifests of the inbox in order, from the held list to the newest. Stores evidence at once. */
record VerifyManifestChain(Partner partner, LocalBlockList held, Inbox inbox, ReceivedTime receivedTime) {

    /**
     * The verified part of the chain.
     *
     * @param lists the genuine lists in order, after the held list or from a full list on
     * @param fault why it ends before the newest list; empty if it does not
     */
    record Followed(List<Genuine<VerifiedList>> lists, Optional<NotGenuine<VerifiedList>> fault) {}

    Followed follow(VerifiedList last, int newest) throws IOException {
        return follow(Optional.of(last), last.sequence() + 1, newest);
    }

    /** Starts from the newest full list in a range of sequences, both included. */
    Followed start(int oldest, int newest) throws IOException {
        List<Integer> full = inbox.fullLists(oldest, newest);
        if (full.isEmpty()) {
            return new Followed(
                    List.of(),
                    Optional.of(DeliveryFault.MISSING.found(
                            "no list is applied, and the inbox has no full list; request one: partner resync")));
        }
        // anybody who can write on the drop can give a file the name of a full list
        for (int sequence : full) {
            if (open(sequence, Optional.empty()) instanceof Genuine<VerifiedList> genuine
                    && OpenListContent.isFull(genuine.value().manifest())) {
                return follow(Optional.empty(), sequence, newest);
            }
        }
        return follow(Optional.empty(), full.get(0), newest);
    }

    private Followed follow(Optional<VerifiedList> last, int first, int newest) throws IOException {
        List<Genuine<VerifiedList>> lists = new ArrayList<>();
        Optional<VerifiedList> before = last;
        int known = held.highestKnown();
        for (int sequence = first; sequence <= newest; sequence++) {
            VerificationResult<VerifiedList> verificationResult = open(sequence, before);
            if (verificationResult instanceof NotGenuine<VerifiedList> wrong) {
                Optional<Genuine<VerifiedList>> restarted = findNewChain(wrong.fault(), sequence, newest, before);
                if (restarted.isEmpty()) {
                    return new Followed(lists, Optional.of(wrong));
                }
                verificationResult = restarted.get();
            }
            Genuine<VerifiedList> genuine = (Genuine<VerifiedList>) verificationResult;
            VerifiedList list = genuine.value();
            if (list.log() == VerifiedList.LogConsistency.FORKED) {
                held.store(Question.LOG_FORK, before, list);
            }
            if (known > 0 && list.sequence() > known && list.manifest().beginsChain()) {
                held.store(Question.NEW_CHAIN, before, list);
            }
            lists.add(genuine);
            before = Optional.of(list);
            sequence = list.sequence();
        }
        return new Followed(lists, Optional.empty());
    }

    private VerificationResult<VerifiedList> open(int sequence, Optional<VerifiedList> before) throws IOException {
        Path manifest = inbox.manifest(sequence);
        return new OpenManifest(partner).open(manifest, before, receivedTime.at(manifest));
    }

    /** Finds a new chain that the association has begun after missing manifests, which then do no harm. */
    private Optional<Genuine<VerifiedList>> findNewChain(
            DeliveryFault fault, int missing, int newest, Optional<VerifiedList> before) throws IOException {
        if (fault != DeliveryFault.MISSING) {
            return Optional.empty();
        }
        for (int sequence : inbox.sequences(missing + 1, newest)) {
            if (open(sequence, before) instanceof Genuine<VerifiedList> genuine
                    && genuine.value().manifest().beginsChain()) {
                return Optional.of(genuine);
            }
        }
        return Optional.empty();
    }
}
