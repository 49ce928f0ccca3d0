package jinbo.partner;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import jinbo.exchange.format.Manifest;
import jinbo.exchange.format.ManifestFileName;
import jinbo.partner.VerificationResult.Genuine;
import jinbo.partner.VerificationResult.NotGenuine;
import jinbo.platform.files.Sha256;

/** Opens the manifest of a block list, and verifies that it is for this insurer and follows the last manifest. */
record OpenManifest(Partner partner) {

    VerificationResult<VerifiedList> open(Path file, Optional<VerifiedList> last, Instant receivedAt)
            throws IOException {
        String fileName = file.getFileName().toString();
        Optional<ManifestFileName> name = ManifestFileName.parse(fileName);
        if (name.isEmpty()) {
            return DeliveryFault.MALFORMED.found("The file does not have the name of a manifest");
        }
        if (!name.get().insurer().equals(partner.code())) {
            return DeliveryFault.FOREIGN.found(fileName + " has the name of another insurer's manifest");
        }
        byte[] sealed;
        try (InputStream in = Files.newInputStream(file)) {
            sealed = in.readNBytes(Manifest.MAX_SEALED_BYTES + 1);
        } catch (NoSuchFileException e) {
            return DeliveryFault.MISSING.found(
                    fileName + " is not there: without it no list may be used; fetch or ask for it");
        }
        if (sealed.length > Manifest.MAX_SEALED_BYTES) {
            return DeliveryFault.FORGED.found(fileName + " is larger than any manifest");
        }
        VerificationResult<Manifest> opened = new OpenDeliveredFile(partner)
                .open(new ByteArrayInputStream(sealed), fileName, receivedAt, Manifest::read);
        if (opened instanceof NotGenuine<Manifest> wrong) {
            return wrong.as();
        }
        Genuine<Manifest> genuine = (Genuine<Manifest>) opened;
        VerifiedList list = new VerifiedList(
                genuine.value(), Sha256.of(new ByteArrayInputStream(sealed)), VerifiedList.LogConsistency.NOT_SEEN);
        return verifyRecipient(list.manifest(), name.get())
                .or(() -> ManifestChain.fault(list, last))
                .<VerificationResult<VerifiedList>>map(wrong -> wrong)
                .orElseGet(() -> verifyAccessLog(list, last, genuine.signedAt()));
    }

    private VerificationResult<VerifiedList> verifyAccessLog(
            VerifiedList list, Optional<VerifiedList> last, Instant signedAt) {
        if (partner.logKey().isEmpty()) {
            return new Genuine<>(list, signedAt);
        }
        return new AccessLogWitness(partner.logKey().get())
                .verify(list.manifest(), last.map(VerifiedList::manifest), signedAt)
                .map(list::with);
    }

    private Optional<NotGenuine<VerifiedList>> verifyRecipient(Manifest manifest, ManifestFileName name) {
        String what = "the manifest " + name.fileName();
        if (!manifest.insurer().equals(partner.code())) {
            return Optional.of(DeliveryFault.FOREIGN.found(
                    what + " is about the list of " + manifest.insurer() + "; tell the association"));
        }
        if (Collections.disjoint(manifest.encryptedTo(), partner.keys().ownFingerprints())) {
            return Optional.of(DeliveryFault.FOREIGN.found(
                    what + " is about a list that none of our keys opens; tell the association"));
        }
        if (manifest.sequence() != name.sequence()) {
            return Optional.of(DeliveryFault.MALFORMED.found(
                    what + " is about list " + manifest.sequence() + "; tell the association"));
        }
        return Optional.empty();
    }

    /**
     * Verifies that a manifest follows the applied list ({@code exchange-formats/blocklist/v1/README.md}). A full list
     * without the previous hash begins a new chain and follows any list: the association has lost the previous manifest
     * in a recovery.
     */
    static final class ManifestChain {

        private ManifestChain() {}

        /** The fault of the next list, if any. Without a held list, any full list begins the chain. */
        static Optional<NotGenuine<VerifiedList>> fault(VerifiedList next, Optional<VerifiedList> last) {
            return last.flatMap(before -> fault(next, before));
        }

        private static Optional<NotGenuine<VerifiedList>> fault(VerifiedList next, VerifiedList last) {
            Manifest manifest = next.manifest();
            int sequence = manifest.sequence();
            int applied = last.sequence();
            String both = "list " + sequence + " has arrived, but list " + applied + " is already applied";
            if (sequence < applied) {
                return Optional.of(DeliveryFault.REORDERED.found(both + "; do not use the older list"));
            }
            if (sequence == applied) {
                return next.manifestSha256().equals(last.manifestSha256())
                        ? Optional.of(DeliveryFault.DOUBLED.found(both + "; there is nothing to do"))
                        : Optional.of(DeliveryFault.FORKED.found(
                                "list " + sequence + " has two manifests; tell the association"));
            }
            if (manifest.beginsChain()) {
                return Optional.empty();
            }
            if (sequence > applied + 1) {
                return Optional.of(
                        DeliveryFault.MISSING.found("list " + sequence + " has arrived, but the last applied list is "
                                + applied + "; fetch the lists between them first, or ask for them"));
            }
            if (!manifest.previousManifestSha256().equals(Optional.of(last.manifestSha256()))) {
                return Optional.of(DeliveryFault.FORKED.found("list " + sequence + " continues another list " + applied
                        + " than the one that is applied; tell the association"));
            }
            return Optional.empty();
        }
    }
}
