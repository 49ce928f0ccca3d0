package jinbo.partner;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import jinbo.exchange.format.AnswerFileNames;
import jinbo.exchange.format.CaseNotice;
import jinbo.exchange.format.CaseNoticeReader;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.InboundFileName;
import jinbo.exchange.format.OutboundFileName;
import jinbo.exchange.format.OutcomeReader;
import jinbo.exchange.format.Receipt;
import jinbo.exchange.sftp.InsurerDropSession;
import jinbo.partner.Inbox.ReceivedTime;
import jinbo.partner.VerificationResult.Genuine;
import jinbo.partner.VerificationResult.NotGenuine;
import jinbo.platform.files.FolderWalk;
import jinbo.platform.files.OwnerOnlyPermissions;
import jinbo.platform.files.Sha256;

/**
 * The files that the association has delivered: fetches and opens them. A file's modification time is its time of
 * receipt, which limits the age of its signature.
 */
public record Deliveries(PartnerFolder folder, Partner partner) {

    /** Faults of receipts that do not show that a file was answered. */
    private static final Set<DeliveryFault> ANSWERS_NOTHING = EnumSet.of(DeliveryFault.FORGED, DeliveryFault.DIFFERS);

    /** Fetches new files. Fetches an unreadable file again if its size differs, or it is not processed yet. */
    public FetchDeliveredFiles.Fetched fetch(InsurerDropSession session, Instant now) throws IOException {
        Predicate<String> unprocessed = unprocessed();
        return fetch(
                session,
                (copy, onTheDrop) -> (Files.size(copy) != onTheDrop.size() || unprocessed.test(onTheDrop.name())),
                now);
    }

    /** Fetches new files. Fetches a file with one of the names again if it cannot be opened. */
    public FetchDeliveredFiles.Fetched fetchAgain(InsurerDropSession session, Predicate<String> names, Instant now)
            throws IOException {
        return fetch(session, (copy, onTheDrop) -> names.test(onTheDrop.name()), now);
    }

    private FetchDeliveredFiles.Fetched fetch(
            InsurerDropSession session, FetchDeliveredFiles.DamagedCopyFilter suspected, Instant now)
            throws IOException {
        OwnerOnlyPermissions.createFolder(folder.unverified());
        FetchDeliveredFiles.Fetched fetched = new FetchDeliveredFiles(folder.inbox(), folder.unverified())
                .fetch(
                        session,
                        (copy, onTheDrop) ->
                                Files.isRegularFile(copy) && suspected.test(copy, onTheDrop) && !opens(copy));
        for (Path file : fetched.files()) {
            Files.setLastModifiedTime(file, FileTime.from(now));
        }
        return fetched;
    }

    private boolean opens(Path file) throws IOException {
        return new OpenDeliveredFile(partner)
                        .open(
                                file,
                                ReceivedTime.whenFetched(file),
                                clear -> clear.transferTo(OutputStream.nullOutputStream()))
                instanceof Genuine<Long>;
    }

    private Predicate<String> unprocessed() throws IOException {
        Inbox inbox = new Inbox(folder.inbox(), partner.code());
        int applied = new LocalBlockList(folder.list())
                .readNote()
                .map(LocalBlockList.Applied::sequence)
                .orElse(0);
        Path seen = folder.seenCertificates();
        return name ->
                inbox.sequence(name).filter(sequence -> sequence > applied).isPresent()
                        || name.startsWith("certificate-") && !Files.exists(seen.resolve(name));
    }

    /** Opens a receipt, and compares it with the file in the outbox, if that was sent. */
    public VerificationResult<Receipt> receipt(Path file) throws IOException {
        VerificationResult<Receipt> verificationResult = new OpenReceipt(partner)
                .open(
                        file,
                        ReceivedTime.whenFetched(file),
                        new LocalBlockList(folder.list()).readNote().map(LocalBlockList.Applied::list));
        return verificationResult instanceof Genuine<Receipt> genuine && !isAboutSentFile(genuine.value())
                ? DeliveryFault.DIFFERS.found(
                        file.getFileName() + " describes other bytes than those in the outbox; tell the association")
                : verificationResult;
    }

    /**
     * Verifies the receipts that were fetched, and moves them to the inbox; there, a receipt means that its file is
     * answered. A forged receipt, and one about other bytes, is set aside. If it is still on the drop, it is fetched
     * again.
     */
    public SortedMap<Path, VerificationResult<Receipt>> fetchedReceipts() throws IOException {
        SortedMap<Path, VerificationResult<Receipt>> opened = new TreeMap<>();
        for (Path file : FolderWalk.list(folder.unverified())) {
            String name = file.getFileName().toString();
            if (AnswerFileNames.isOne(name)) {
                VerificationResult<Receipt> result = receipt(file);
                Path target = folder.inbox().resolve(name);
                if (result instanceof NotGenuine<Receipt> wrong && ANSWERS_NOTHING.contains(wrong.fault())) {
                    Files.deleteIfExists(target);
                    target = file.resolveSibling(
                            name + "." + wrong.fault().name().toLowerCase(Locale.ROOT));
                }
                Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
                opened.put(file, result);
            }
        }
        return opened;
    }

    public VerificationResult<Long> outcome(Path file, Consumer<OutcomeReader.Row> rows) throws IOException {
        return new OpenOutcome(partner).open(file, ReceivedTime.whenFetched(file), rows);
    }

    /** Opens all files of cases, in the order of their names and therefore their days. */
    public SortedMap<Path, VerificationResult<List<CaseNotice>>> cases() throws IOException {
        SortedMap<Path, VerificationResult<List<CaseNotice>>> opened = new TreeMap<>();
        for (Path file : FolderWalk.list(folder.inbox())) {
            if (isCaseFile(file)) {
                List<CaseNotice> cases = new ArrayList<>();
                opened.put(
                        file,
                        new OpenCases(partner)
                                .open(file, ReceivedTime.whenFetched(file), cases::add)
                                .map(count -> List.copyOf(cases)));
            }
        }
        return opened;
    }

    /** Opens a manifest without verifying that it follows the earlier manifests. */
    public VerificationResult<VerifiedList> manifest(Path file) throws IOException {
        return new OpenManifest(partner).open(file, Optional.empty(), ReceivedTime.whenFetched(file));
    }

    /** The sequence of the newest list in the inbox, by file names only. */
    public OptionalInt newestList() throws IOException {
        return new Inbox(folder.inbox(), partner.code()).newest();
    }

    private boolean isAboutSentFile(Receipt receipt) throws IOException {
        Optional<InboundFileName> name = InboundFileName.parseMentioned(receipt.file());
        if (name.isEmpty() || new Outbox(folder, partner.code()).isWaiting(name.get())) {
            return true;
        }
        Path sent = folder.outbox().resolve(name.get().fileName());
        return !Files.exists(sent) || isAbout(receipt, sent);
    }

    static boolean isAbout(Receipt receipt, Path sealed) throws IOException {
        boolean unread = receipt.tally().findings().containsKey(FindingCode.TOO_LARGE)
                && receipt.sha256().equals(Sha256.OF_NOTHING);
        return unread || Sha256.of(sealed).equals(receipt.sha256());
    }

    private static boolean isCaseFile(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("cases-") && name.endsWith(".pgp");
    }

    public record OpenOutcome(Partner partner) {

        public VerificationResult<Long> open(Path file, Instant receivedAt, Consumer<OutcomeReader.Row> rows)
                throws IOException {
            return new OpenDeliveredFile(partner).openRows(file, receivedAt, OutcomeReader::read, rows);
        }
    }

    record OpenCases(Partner partner) {

        VerificationResult<Long> open(Path file, Instant receivedAt, Consumer<CaseNotice> cases) throws IOException {
            String name = file.getFileName().toString();
            if (OutboundFileName.parse(name)
                    .filter(named -> named.kind() == OutboundFileName.Kind.CASES
                            && named.insurer().equals(partner.code()))
                    .isEmpty()) {
                return DeliveryFault.FOREIGN.found(
                        name + " is named for another insurer, or for none; tell the association");
            }
            return new OpenDeliveredFile(partner).openRows(file, receivedAt, CaseNoticeReader::read, cases);
        }
    }

    public record OpenReceipt(Partner partner) {

        /** Verifies name and access log checkpoint; the caller must compare {@link Receipt#sha256()}. */
        public VerificationResult<Receipt> open(Path file, Instant receivedAt, Optional<VerifiedList> held)
                throws IOException {
            VerificationResult<Receipt> verificationResult =
                    new OpenDeliveredFile(partner).open(file, receivedAt, Receipt::read);
            String name = file.getFileName().toString();
            if (!(verificationResult instanceof Genuine<Receipt> genuine)) {
                return verificationResult;
            }
            if (!name.startsWith("receipt-" + genuine.value().file().replaceFirst("\\..*", "") + ".")) {
                return DeliveryFault.MALFORMED.found(name + " answers a file of another name; tell the association");
            }
            return partner.logKey()
                    .flatMap(key -> new AccessLogWitness(key).fault(genuine.value(), held))
                    .<VerificationResult<Receipt>>map(wrong -> wrong)
                    .orElse(verificationResult);
        }
    }
}
