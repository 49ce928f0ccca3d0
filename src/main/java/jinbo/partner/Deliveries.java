package jinbo.partner;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jinbo.exchange.format.CaseFileName;
import jinbo.exchange.format.CaseNotice;
import jinbo.exchange.format.CaseNoticeReader;
import jinbo.exchange.format.InboundFileName;
import jinbo.exchange.format.OutcomeReader;
import jinbo.exchange.format.Receipt;
import jinbo.exchange.sftp.InsurerDropSession;
import jinbo.partner.VerificationResult.Genuine;
import jinbo.partner.VerificationResult.NotGenuine;
import jinbo.platform.files.Sha256;

/**
 * What the association has delivered. Each file's time of change is when it was fetched, by which the age of its signature is
 * judged, so that old answers can be read again for ever.
 */
public record Deliveries(PartnerFolder folder, Partner partner) {

    /**
     * Fetches what is new into the inbox, and again what cannot be opened there: of the files that have another length on the drop,
     * and of the lists and certificates that wait to be taken.
     *
     * @throws jinbo.exchange.sftp.DropException if the drop fails; what was fetched before stays and counts as fetched
     */
    public FetchDeliveredFiles.Fetched fetch(InsurerDropSession session, Instant now) throws IOException {
        Predicate<String> waits = waiting();
        return fetch(
                session,
                (copy, onTheDrop) -> (Files.size(copy) != onTheDrop.size() || waits.test(onTheDrop.name())),
                now);
    }

    /**
     * Fetches again what of some names lies in the inbox and cannot be opened there, and what is new; otherwise as {@link
     * #fetch(InsurerDropSession, Instant)}.
     */
    public FetchDeliveredFiles.Fetched fetchAgain(InsurerDropSession session, Predicate<String> names, Instant now)
            throws IOException {
        return fetch(session, (copy, onTheDrop) -> names.test(onTheDrop.name()), now);
    }

    private FetchDeliveredFiles.Fetched fetch(
            InsurerDropSession session, FetchDeliveredFiles.Damaged suspected, Instant now) throws IOException {
        FetchDeliveredFiles.Fetched fetched = new FetchDeliveredFiles(folder.inbox())
                .fetch(
                        session,
                        (copy, onTheDrop) ->
                                Files.isRegularFile(copy) && suspected.is(copy, onTheDrop) && !opens(copy));
        for (Path file : fetched.files()) {
            Files.setLastModifiedTime(file, FileTime.from(now));
        }
        return fetched;
    }

    private boolean opens(Path file) throws IOException {
        return new OpenDeliveredFile(partner)
                        .open(file, receivedAt(file), clear -> clear.transferTo(OutputStream.nullOutputStream()))
                instanceof Genuine<Long>;
    }

    private Predicate<String> waiting() throws IOException {
        Inbox inbox = new Inbox(folder.inbox(), partner.code());
        int applied = new LocalBlockList(folder.list())
                .readNote()
                .map(held -> held.list().manifest().sequence())
                .orElse(0);
        Path seen = folder.seenCertificates();
        return name ->
                inbox.sequence(name).filter(sequence -> sequence > applied).isPresent()
                        || name.startsWith("certificate-") && !Files.exists(seen.resolve(name));
    }

    /**
     * Opens a receipt of the inbox, and checks that it is about the bytes that were sent, where they still lie in the outbox. What
     * was never dropped has no receipt: one of that name is about a file that was sent from elsewhere, and is as good as any.
     */
    public VerificationResult<Receipt> receipt(Path file) throws IOException {
        VerificationResult<Receipt> verificationResult = new OpenReceipt(partner)
                .open(
                        file,
                        receivedAt(file),
                        new LocalBlockList(folder.list()).readNote().map(LocalBlockList.Applied::list));
        return verificationResult instanceof Genuine<Receipt> genuine && !isAboutOurs(genuine.value())
                ? new NotGenuine<>(
                        DeliveryFault.DIFFERS,
                        file.getFileName() + " is about other bytes than those in the outbox; tell the association")
                : verificationResult;
    }

    /**
     * Opens an outcome of the inbox.
     *
     * @param rows gets each row of a genuine one
     * @return how many rows there are
     */
    public VerificationResult<Long> outcome(Path file, Consumer<OutcomeReader.Row> rows) throws IOException {
        return new OpenOutcome(partner).open(file, receivedAt(file), rows);
    }

    /**
     * Opens all files of cases in the inbox, in the order of their names, which is that of days.
     *
     * @return what came of each, by its path
     */
    public SortedMap<Path, VerificationResult<List<CaseNotice>>> cases() throws IOException {
        SortedMap<Path, VerificationResult<List<CaseNotice>>> opened = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.inbox())) {
            for (Path file : files.filter(Deliveries::isOfCases).toList()) {
                opened.put(file, new OpenCases(partner).open(file, receivedAt(file)));
            }
        }
        return opened;
    }

    /** Opens a manifest of the inbox by itself, whether or not its list is next. */
    public VerificationResult<VerifiedList> manifest(Path file) throws IOException {
        return new OpenManifest(partner).open(file, Optional.empty(), receivedAt(file));
    }

    /** The number of the newest list in the inbox, whether it is genuine or not. */
    public OptionalInt newestList() throws IOException {
        return new Inbox(folder.inbox(), partner.code()).newest();
    }

    private boolean isAboutOurs(Receipt receipt) throws IOException {
        Optional<InboundFileName> name = InboundFileName.parseMentioned(receipt.file());
        if (name.isEmpty() || new Outbox(folder, partner.code()).isWaiting(name.get())) {
            return true;
        }
        Path sent = folder.outbox().resolve(name.get().fileName());
        return !Files.exists(sent) || isAbout(receipt, sent);
    }

    static boolean isAbout(Receipt receipt, Path sealed) throws IOException {
        try (InputStream bytes = Files.newInputStream(sealed)) {
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

    /** Opens an outcome: what the association found in an upload, row by row. */
    public static final class OpenOutcome {

        private final OpenDeliveredFile opener;

        public OpenOutcome(Partner partner) {
            this.opener = new OpenDeliveredFile(partner);
        }

        /**
         * Opens an outcome of the inbox, twice: once to verify it, and only then for its rows, so that no row of a forged file is
         * ever handed over and none has to be kept in memory.
         *
         * @param file the sealed outcome under the name of its delivery
         * @param receivedAt when it was fetched; the signature may be 30 days older
         */
        public VerificationResult<Long> open(Path file, Instant receivedAt, Consumer<OutcomeReader.Row> rows)
                throws IOException {
            VerificationResult<Long> verified =
                    opener.open(file, receivedAt, clear -> OutcomeReader.read(clear, row -> {}));
            return verified instanceof Genuine<Long>
                    ? opener.open(file, receivedAt, clear -> OutcomeReader.read(clear, rows))
                    : verified;
        }
    }

    /** Opens a file of cases: what the association asks, and what was decided. */
    record OpenCases(Partner partner) {

        /**
         * Opens a file of the inbox; no row of a forged one is ever handed over.
         *
         * @param file the sealed file under the name of its delivery
         * @param receivedAt when it was fetched; the signature may be 30 days older
         */
        VerificationResult<List<CaseNotice>> open(Path file, Instant receivedAt) throws IOException {
            String name = file.getFileName().toString();
            if (CaseFileName.parse(name)
                    .filter(cases -> cases.insurer().equals(partner.code()))
                    .isEmpty()) {
                return new NotGenuine<>(
                        DeliveryFault.FOREIGN, name + " has another insurer's name, or none; tell the association");
            }
            return new OpenDeliveredFile(partner).open(file, receivedAt, clear -> {
                List<CaseNotice> notices = new ArrayList<>();
                CaseNoticeReader.read(clear, notices::add);
                return List.copyOf(notices);
            });
        }
    }
}
