package jinbo.partner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jinbo.disk.Sha256;
import jinbo.drop.InsurerDropSession;
import jinbo.exchange.CaseNotice;
import jinbo.exchange.InboundName;
import jinbo.exchange.OutcomeLine;
import jinbo.exchange.Receipt;
import jinbo.partner.Checked.Genuine;
import jinbo.partner.Checked.NotGenuine;

/**
 * What the association has delivered. Each file's time of change is when it was fetched, by which the age of its signature is
 * judged, so that old answers can be read again for ever.
 */
public final class Deliveries {

    private final PartnerFolder folder;
    private final Partner partner;

    public Deliveries(PartnerFolder folder, Partner partner) {
        this.folder = folder;
        this.partner = partner;
    }

    /**
     * Fetches what is new into the inbox.
     *
     * @throws jinbo.drop.DropException if the drop fails; what was fetched before stays and counts as fetched
     * @throws IOException if the inbox cannot be written
     */
    public FetchDelivered.Fetched fetch(InsurerDropSession session, Instant now) throws IOException {
        FetchDelivered.Fetched fetched = new FetchDelivered(folder.inbox()).fetch(session);
        for (Path file : fetched.files()) {
            Files.setLastModifiedTime(file, FileTime.from(now));
        }
        return fetched;
    }

    /**
     * Opens a receipt of the inbox, and checks that it is about the bytes that were sent, where they still lie in the outbox.
     *
     * @throws IOException if a file cannot be read
     */
    public Checked<Receipt> receipt(Path file) throws IOException {
        Checked<Receipt> checked =
                new OpenReceipt(partner).open(file, receivedAt(file), new HeldList(folder.list()).applied());
        return checked instanceof Genuine<Receipt> genuine && !isAboutOurs(genuine.value())
                ? new NotGenuine<>(
                        DeliveryFault.DIFFERS,
                        file.getFileName() + " is about other bytes than those in the outbox; tell the association")
                : checked;
    }

    /**
     * Opens an outcome of the inbox.
     *
     * @param rows gets each row of a genuine one
     * @return how many rows there are
     * @throws IOException if the file cannot be read
     */
    public Checked<Long> outcome(Path file, Consumer<OutcomeLine> rows) throws IOException {
        return new OpenOutcome(partner).open(file, receivedAt(file), rows);
    }

    /**
     * Opens all files of cases in the inbox, in the order of their names, which is that of days.
     *
     * @return what came of each, by its path
     * @throws IOException if a file cannot be read
     */
    public SortedMap<Path, Checked<List<CaseNotice>>> cases() throws IOException {
        SortedMap<Path, Checked<List<CaseNotice>>> opened = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.inbox())) {
            for (Path file : files.filter(Deliveries::isOfCases).toList()) {
                opened.put(file, new OpenCases(partner).open(file, receivedAt(file)));
            }
        }
        return opened;
    }

    /**
     * Opens a manifest of the inbox by itself, whether or not its list is next.
     *
     * @throws IOException if the file cannot be read
     */
    public Checked<VerifiedList> manifest(Path file) throws IOException {
        return new OpenManifest(partner).open(file, Optional.empty(), receivedAt(file));
    }

    /** The number of the newest list in the inbox, whether it is genuine or not. */
    public OptionalInt newestList() throws IOException {
        return new Inbox(folder.inbox(), partner.code()).newest();
    }

    private boolean isAboutOurs(Receipt receipt) throws IOException {
        Optional<Path> sent = InboundName.mentioned(receipt.file())
                .map(name -> folder.outbox().resolve(name.fileName()))
                .filter(Files::exists);
        if (sent.isEmpty()) {
            return true;
        }
        try (InputStream bytes = Files.newInputStream(sent.get())) {
            return Sha256.of(bytes).equals(receipt.sha256());
        }
    }

    private static boolean isOfCases(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("cases-") && name.endsWith(".pgp");
    }

    private static Instant receivedAt(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant();
    }
}
