package jinbo.partner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jinbo.partner.VerificationResult.Genuine;
import jinbo.partner.VerificationResult.NotGenuine;

/** Verifies the manifests of the inbox one after the other, from the list that is held to the newest. */
final class VerifyManifestChain {

    private final OpenManifest manifests;
    private final LocalBlockList held;
    private final Inbox inbox;
    private final ReceivedTime receivedTime;

    VerifyManifestChain(Partner partner, LocalBlockList held, Inbox inbox, ReceivedTime receivedTime) {
        this.manifests = new OpenManifest(partner);
        this.held = held;
        this.inbox = inbox;
        this.receivedTime = receivedTime;
    }

    /** @param lists the genuine ones, in order; they follow the list that is held, or begin with a full one */
    record Followed(List<Genuine<VerifiedList>> lists, Optional<NotGenuine<VerifiedList>> fault) {}

    /** @param last the list that is held; empty to begin with the newest full list */
    Followed follow(Optional<VerifiedList> last, int newest) throws IOException {
        OptionalInt first =
                last.isPresent() ? OptionalInt.of(last.get().manifest().sequence() + 1) : inbox.newestFull(newest);
        if (first.isEmpty()) {
            return new Followed(
                    List.of(),
                    Optional.of(new NotGenuine<>(
                            DeliveryFault.MISSING,
                            "no list is applied, and the inbox has no full list; request one: partner resync")));
        }
        List<Genuine<VerifiedList>> lists = new ArrayList<>();
        Optional<VerifiedList> before = last;
        for (int sequence = first.getAsInt(); sequence <= newest; sequence++) {
            VerificationResult<VerifiedList> verificationResult = open(sequence, before);
            if (verificationResult instanceof NotGenuine<VerifiedList> wrong) {
                Optional<Genuine<VerifiedList>> anew = begunAnew(wrong.fault(), sequence, newest);
                if (anew.isEmpty()) {
                    return new Followed(lists, Optional.of(wrong));
                }
                verificationResult = anew.get();
                lists.clear();
            }
            Genuine<VerifiedList> genuine = keepingFork((Genuine<VerifiedList>) verificationResult, before);
            lists.add(genuine);
            before = Optional.of(genuine.value());
            sequence = genuine.value().manifest().sequence();
        }
        return new Followed(lists, Optional.empty());
    }

    private VerificationResult<VerifiedList> open(int sequence, Optional<VerifiedList> before) throws IOException {
        Path manifest = inbox.manifest(sequence);
        return manifests.open(manifest, before, receivedTime.at(manifest));
    }

    private Genuine<VerifiedList> keepingFork(Genuine<VerifiedList> next, Optional<VerifiedList> before)
            throws IOException {
        if (next.value().log() == VerifiedList.LogConsistency.FORKED && before.isPresent()) {
            held.storeFork(before.get().manifest(), next.value().manifest());
        }
        return next;
    }

    /** Manifests that the association has lost, and we with them, are not missed where it has begun the chain anew after them. */
    private Optional<Genuine<VerifiedList>> begunAnew(DeliveryFault fault, int missing, int newest) throws IOException {
        for (int sequence = missing + 1; fault == DeliveryFault.MISSING && sequence <= newest; sequence++) {
            if (open(sequence, Optional.empty()) instanceof Genuine<VerifiedList> genuine
                    && genuine.value().manifest().beginsChain()) {
                return Optional.of(genuine);
            }
        }
        return Optional.empty();
    }
}
