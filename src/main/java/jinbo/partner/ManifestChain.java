package jinbo.partner;

import java.util.Optional;
import jinbo.exchange.format.Manifest;
import jinbo.partner.VerificationResult.NotGenuine;

/**
 * Whether a manifest is the next one after the list that was applied last. The chain of signed manifests is the evidence
 * of what was told when ({@code exchange-formats/blocklist/v1/README.md}); a list that does not continue it is not applied. A full
 * list that begins the chain anew follows any: the association has lost the manifest before it in a restore, and says so by
 * leaving its hash out.
 */
final class ManifestChain {

    private ManifestChain() {}

    /** @param last empty where no list is held yet: the chain then begins with whatever full list comes first */
    static Optional<NotGenuine<VerifiedList>> fault(VerifiedList next, Optional<VerifiedList> last) {
        return last.flatMap(before -> fault(next, before));
    }

    private static Optional<NotGenuine<VerifiedList>> fault(VerifiedList next, VerifiedList last) {
        Manifest manifest = next.manifest();
        int sequence = manifest.sequence();
        int applied = last.manifest().sequence();
        String both = "list " + sequence + " was offered where list " + applied + " is applied";
        if (sequence < applied) {
            return wrong(DeliveryFault.REORDERED, both + "; it is out of date, leave it");
        }
        if (sequence == applied) {
            return next.manifestSha256().equals(last.manifestSha256())
                    ? wrong(DeliveryFault.DOUBLED, both + "; nothing is to be done")
                    : wrong(DeliveryFault.FORKED, "list " + sequence + " has two manifests; tell the association");
        }
        if (manifest.beginsChain()) {
            return Optional.empty();
        }
        if (sequence > applied + 1) {
            return wrong(DeliveryFault.MISSING, both + "; the lists between are needed first, fetch or ask for them");
        }
        if (!manifest.previousManifestSha256().equals(Optional.of(last.manifestSha256()))) {
            return wrong(
                    DeliveryFault.FORKED,
                    "list " + sequence + " follows another list " + applied
                            + " than the one that is applied; tell the association");
        }
        return Optional.empty();
    }

    private static Optional<NotGenuine<VerifiedList>> wrong(DeliveryFault fault, String detail) {
        return Optional.of(new NotGenuine<>(fault, detail));
    }
}
