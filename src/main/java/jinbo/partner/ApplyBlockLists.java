package jinbo.partner;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import jinbo.disk.Draft;
import jinbo.exchange.BlockListName;
import jinbo.exchange.ManifestName;
import jinbo.partner.Checked.Genuine;
import jinbo.partner.Checked.NotGenuine;

/**
 * Applies the newest block list of the inbox. The manifests between it and the list that is held are verified, too, so that
 * nothing was left out; their lists are not opened, because a full list replaces them all. A head of the access log that does
 * not continue the one before it is kept beside the list as evidence, and does not keep a genuine list from being applied.
 */
public final class ApplyBlockLists {

    private static final int BUFFER = 1 << 16;

    private final Partner partner;
    private final HeldList held;

    public ApplyBlockLists(Partner partner, HeldList held) {
        this.partner = partner;
        this.held = held;
    }

    /**
     * Applies.
     *
     * @param receivedAt when the inbox was filled
     * @param today the date on which calls are to rest on the list
     * @return the list that is held now, or why the held one stays; empty if the inbox has nothing newer
     * @throws IOException if the inbox cannot be read or the list not be written; the held one stays
     */
    public Optional<Checked<VerifiedList>> apply(Path inbox, Instant receivedAt, LocalDate today) throws IOException {
        Optional<VerifiedList> last = held.applied();
        OptionalInt newest = newest(inbox);
        if (newest.isEmpty()
                || last.isPresent()
                        && newest.getAsInt() <= last.get().manifest().sequence()) {
            return Optional.empty();
        }
        OpenManifest manifests = new OpenManifest(partner);
        boolean forked = false;
        while (last.isPresent() && last.get().manifest().sequence() + 1 < newest.getAsInt()) {
            int sequence = last.get().manifest().sequence() + 1;
            Checked<VerifiedList> between = manifests.open(manifest(inbox, sequence), last, receivedAt);
            Optional<VerifiedList> next = between instanceof Genuine<VerifiedList> genuine
                    ? Optional.of(genuine.value())
                    : afterGap((NotGenuine<VerifiedList>) between, inbox, sequence, newest.getAsInt(), receivedAt);
            if (next.isEmpty()) {
                return Optional.of(between);
            }
            if (next.get().manifest().sequence() == newest.getAsInt()) {
                break;
            }
            forked |= isFork(next.get(), last);
            last = next;
        }
        Checked<VerifiedList> applied = hold(manifest(inbox, newest.getAsInt()), last, receivedAt, today);
        if (applied instanceof Genuine<VerifiedList> genuine && (isFork(genuine.value(), last) || forked)) {
            return Optional.of(new Genuine<>(genuine.value().with(LogWitness.FORKED), genuine.signedAt()));
        }
        return Optional.of(applied);
    }

    private boolean isFork(VerifiedList next, Optional<VerifiedList> before) throws IOException {
        if (next.log() != LogWitness.FORKED) {
            return false;
        }
        held.keepFork(before.orElseThrow().manifest(), next.manifest());
        return true;
    }

    /** Manifests that the association has lost, and we with them, are not missed where it has begun the chain anew after them. */
    private Optional<VerifiedList> afterGap(
            NotGenuine<VerifiedList> between, Path inbox, int missing, int newest, Instant receivedAt)
            throws IOException {
        OpenManifest manifests = new OpenManifest(partner);
        for (int sequence = missing + 1; between.fault() == DeliveryFault.MISSING && sequence <= newest; sequence++) {
            if (manifests.open(manifest(inbox, sequence), Optional.empty(), receivedAt)
                            instanceof Genuine<VerifiedList> genuine
                    && genuine.value().manifest().beginsChain()) {
                return Optional.of(genuine.value());
            }
        }
        return Optional.empty();
    }

    private Checked<VerifiedList> hold(Path manifest, Optional<VerifiedList> last, Instant receivedAt, LocalDate today)
            throws IOException {
        Draft draft = held.draft();
        try {
            Checked<VerifiedList> checked;
            try (OutputStream csv = new BufferedOutputStream(draft.create(), BUFFER)) {
                checked = new OpenBlockList(partner).open(manifest, last, receivedAt, today, csv);
            }
            if (checked instanceof Genuine<VerifiedList> genuine) {
                held.take(draft, genuine.value());
            }
            return checked;
        } finally {
            draft.discard();
        }
    }

    private Path manifest(Path inbox, int sequence) {
        return inbox.resolve(new ManifestName(partner.code(), sequence).fileName());
    }

    /** A list counts without its manifest, so that a manifest that was held back is missed. */
    private OptionalInt newest(Path inbox) throws IOException {
        OptionalInt newest = OptionalInt.empty();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(inbox)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                int sequence = ManifestName.parse(name)
                        .or(() -> BlockListName.parse(name)
                                .map(list -> new ManifestName(list.insurer(), list.sequence())))
                        .filter(manifest -> manifest.insurer().equals(partner.code()))
                        .map(ManifestName::sequence)
                        .orElse(0);
                if (sequence > newest.orElse(0)) {
                    newest = OptionalInt.of(sequence);
                }
            }
        }
        return newest;
    }
}
