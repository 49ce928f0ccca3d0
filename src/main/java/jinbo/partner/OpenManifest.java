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

/** Opens a block list's manifest, and checks that it is ours and the next in the chain. */
record OpenManifest(Partner partner) {

    private static final int LARGEST = 4 << 20;

    VerificationResult<VerifiedList> open(Path file, Optional<VerifiedList> last, Instant receivedAt)
            throws IOException {
        String fileName = file.getFileName().toString();
        Optional<ManifestFileName> name = ManifestFileName.parse(fileName);
        if (name.isEmpty()) {
            return new NotGenuine<>(DeliveryFault.MALFORMED, "The file does not have the name of a manifest");
        }
        if (!name.get().insurer().equals(partner.code())) {
            return new NotGenuine<>(DeliveryFault.FOREIGN, fileName + " has the name of another insurer's manifest");
        }
        byte[] sealed;
        try (InputStream in = Files.newInputStream(file)) {
            sealed = in.readNBytes(LARGEST + 1);
        } catch (NoSuchFileException e) {
            return new NotGenuine<>(
                    DeliveryFault.MISSING,
                    fileName + " is not there: without it no list may be used; fetch or ask for it");
        }
        if (sealed.length > LARGEST) {
            return new NotGenuine<>(DeliveryFault.FORGED, fileName + " is larger than any manifest");
        }
        VerificationResult<Manifest> opened = new OpenDeliveredFile(partner)
                .open(new ByteArrayInputStream(sealed), fileName, receivedAt, Manifest::read);
        if (opened instanceof NotGenuine<Manifest> wrong) {
            return wrong.as();
        }
        Genuine<Manifest> genuine = (Genuine<Manifest>) opened;
        VerifiedList list = new VerifiedList(
                genuine.value(), Sha256.of(new ByteArrayInputStream(sealed)), VerifiedList.LogConsistency.NOT_SEEN);
        return ofUs(list.manifest(), name.get())
                .or(() -> ManifestChain.fault(list, last))
                .<VerificationResult<VerifiedList>>map(wrong -> wrong)
                .orElseGet(() -> witnessed(list, last, genuine.signedAt()));
    }

    private VerificationResult<VerifiedList> witnessed(
            VerifiedList list, Optional<VerifiedList> last, Instant signedAt) {
        if (partner.logKey().isEmpty()) {
            return new Genuine<>(list, signedAt);
        }
        VerificationResult<VerifiedList.LogConsistency> log = new AccessLogWitness(
                        partner.logKey().get())
                .look(list.manifest(), last.map(VerifiedList::manifest), signedAt);
        return log instanceof Genuine<VerifiedList.LogConsistency> seen
                ? new Genuine<>(list.with(seen.value()), signedAt)
                : ((NotGenuine<VerifiedList.LogConsistency>) log).as();
    }

    private Optional<NotGenuine<VerifiedList>> ofUs(Manifest manifest, ManifestFileName name) {
        String of = "the manifest " + name.fileName();
        if (!manifest.insurer().equals(partner.code())) {
            return Optional.of(new NotGenuine<>(
                    DeliveryFault.FOREIGN,
                    of + " is about the list of " + manifest.insurer() + "; tell the association"));
        }
        if (Collections.disjoint(manifest.encryptedTo(), partner.keys().ownFingerprints())) {
            return Optional.of(new NotGenuine<>(
                    DeliveryFault.FOREIGN, of + " is about a list that none of our keys opens; tell the association"));
        }
        if (manifest.sequence() != name.sequence()) {
            return Optional.of(new NotGenuine<>(
                    DeliveryFault.MALFORMED, of + " is about list " + manifest.sequence() + "; tell the association"));
        }
        return Optional.empty();
    }

    /**
     * Whether a manifest is the next one after the list that was applied last. The chain of signed manifests is the
     * evidence of what was told when ({@code exchange-formats/blocklist/v1/README.md}); a list that does not continue
     * it is not applied. A full list that begins the chain anew follows any: the association has lost the manifest
     * before it in a restore, and says so by leaving its hash out.
     */
    static final class ManifestChain {

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
                return wrong(
                        DeliveryFault.MISSING, both + "; the lists between are needed first, fetch or ask for them");
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
}
