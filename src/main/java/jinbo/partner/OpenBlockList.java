package jinbo.partner;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jinbo.disk.Sha256;
import jinbo.exchange.BlockListContent;
import jinbo.exchange.BlockListReader;
import jinbo.exchange.ListKind;
import jinbo.exchange.Manifest;
import jinbo.partner.Checked.Genuine;
import jinbo.partner.Checked.NotGenuine;

/**
 * Opens a full block list against its manifest. The manifest is verified first; since it names the SHA-256 of the list's
 * sealed bytes, nothing of a list is decrypted that the association has not signed for.
 */
public final class OpenBlockList {

    private final Partner partner;

    public OpenBlockList(Partner partner) {
        this.partner = partner;
    }

    /**
     * Opens a list of the inbox, which lies beside its manifest.
     *
     * @param manifestFile the sealed manifest under the name of its delivery
     * @param last the list that was applied last, which this one must continue; empty where none was
     * @param receivedAt when the files were fetched; the signatures may be 30 days older
     * @param today the date on which calls are to rest on the list
     * @param csv gets the clear list, and is to be thrown away unless the answer is {@link Genuine}; not closed
     * @throws IOException if a file cannot be read, or the clear list not be written
     */
    public Checked<VerifiedList> open(
            Path manifestFile, Optional<VerifiedList> last, Instant receivedAt, LocalDate today, OutputStream csv)
            throws IOException {
        Checked<VerifiedList> checked = new OpenManifest(partner).open(manifestFile, last, receivedAt);
        if (!(checked instanceof Genuine<VerifiedList> genuine)) {
            return checked;
        }
        Manifest manifest = genuine.value().manifest();
        Optional<NotGenuine<VerifiedList>> wrong = unusable(manifest, today);
        if (wrong.isEmpty()) {
            wrong = wrongList(
                    manifest, manifestFile.resolveSibling(manifest.listName().fileName()), receivedAt, csv);
        }
        return wrong.isPresent() ? wrong.get() : genuine;
    }

    private static Optional<NotGenuine<VerifiedList>> unusable(Manifest manifest, LocalDate today) {
        String list = "list " + manifest.sequence();
        if (today.isAfter(manifest.useBy())) {
            return wrong(
                    DeliveryFault.STALE,
                    list + " could be used until " + manifest.useBy() + "; fetch a newer one before any sales call");
        }
        if (manifest.kind() == ListKind.DELTA) {
            return wrong(DeliveryFault.MALFORMED, list + " is a delta, and only full lists are applied here");
        }
        return Optional.empty();
    }

    private Optional<NotGenuine<VerifiedList>> wrongList(
            Manifest manifest, Path file, Instant receivedAt, OutputStream csv) throws IOException {
        String name = file.getFileName().toString();
        try (InputStream sealed = Files.newInputStream(file)) {
            if (!Sha256.of(sealed).equals(manifest.sha256())) {
                return wrong(
                        DeliveryFault.FORGED,
                        name + " is not the list that its manifest names: changed, cut short, or put in its place."
                                + " Fetch it again, and tell the association if it stays so");
            }
        } catch (NoSuchFileException e) {
            return wrong(DeliveryFault.MISSING, name + " is not there; fetch it, or ask for it");
        }
        Checked<BlockListContent> opened = new OpenDelivered(partner)
                .open(file, receivedAt, clear -> BlockListReader.read(new CopiedInput(clear, csv), entry -> {}));
        if (opened instanceof NotGenuine<BlockListContent> wrong) {
            return Optional.of(wrong.as());
        }
        BlockListContent said = new BlockListContent(manifest.rows(), manifest.contentSha256(), manifest.listDigest());
        return ((Genuine<BlockListContent>) opened).value().equals(said)
                ? Optional.empty()
                : wrong(DeliveryFault.MALFORMED, name + " does not hold what its manifest says; tell the association");
    }

    private static Optional<NotGenuine<VerifiedList>> wrong(DeliveryFault fault, String detail) {
        return Optional.of(new NotGenuine<>(fault, detail));
    }
}
