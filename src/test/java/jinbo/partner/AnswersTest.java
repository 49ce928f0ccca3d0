package jinbo.partner;

import static jinbo.partner.PublishedListFixture.NOW;
import static jinbo.partner.PublishedListFixture.head;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import jinbo.accesslog.tlog.NoteKeyFile;
import jinbo.accesslog.tlog.NoteSigner;
import jinbo.accesslog.verifier.VerifierKey;
import jinbo.exchange.format.CaseNotice;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.ListKind;
import jinbo.exchange.format.Manifest;
import jinbo.exchange.format.MessageLanguage;
import jinbo.exchange.format.OutcomeReader;
import jinbo.exchange.format.OutcomeWriter;
import jinbo.exchange.format.Receipt;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.format.Tally;
import jinbo.exchange.format.UploadColumn.ComplaintColumn;
import jinbo.partner.Deliveries.OpenReceipt;
import jinbo.partner.VerificationResult.Genuine;
import jinbo.partner.VerificationResult.NotGenuine;
import jinbo.platform.files.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswersTest {

    private static final String FILE = "complaints-YUNHE-20260302-001.csv.pgp";
    private static final String RECEIPT = "receipt-complaints-YUNHE-20260302-001.json.pgp";
    private static final String OUTCOME = "outcome-complaints-YUNHE-20260302-001.csv.pgp";

    private static final Path VECTORS = Path.of("exchange-formats", "access-log", "v1", "vectors");

    @TempDir
    Path inbox;

    private final List<OutcomeReader.Row> rows = new ArrayList<>();

    @Test
    void aReceiptOfTheAssociationIsGenuine() throws IOException {
        new PublishedListFixture().seal(inbox, RECEIPT, receipt(FILE));

        assertThat(openReceipt(RECEIPT)).isInstanceOfSatisfying(Genuine.class, genuine -> {
            assertThat(genuine.signedAt()).isEqualTo(NOW);
            assertThat(((Receipt) genuine.value()).status()).isEqualTo(ReceiptStatus.PARTLY_ACCEPTED);
        });
    }

    @Test
    void aLaterAnswerToTheSameFileIsGenuineUnderItsCountedName() throws IOException {
        String second = "receipt-complaints-YUNHE-20260302-001.2.json.pgp";
        new PublishedListFixture().seal(inbox, second, receipt(FILE));

        assertThat(openReceipt(second)).isInstanceOf(Genuine.class);
    }

    @Test
    void aReceiptOfAFileWithAnInvalidNameIsGenuineUnderItsHash() throws IOException {
        String name = "receipt-invalid-0123456789abcdef.json.pgp";
        new PublishedListFixture().seal(inbox, name, receipt("invalid-0123456789abcdef"));

        assertThat(openReceipt(name)).isInstanceOf(Genuine.class);
    }

    @Test
    void aReceiptOfAFileThatWasTooLargeToBeFetchedIsAboutTheSentFile() throws IOException {
        PartnerFolder partner = new PartnerFolder(inbox.resolve("partner")).create();
        Files.writeString(partner.outbox().resolve(FILE), "a very large file");
        new PublishedListFixture()
                .seal(
                        partner.inbox(),
                        RECEIPT,
                        new Receipt(
                                        FILE,
                                        Sha256.OF_NOTHING,
                                        NOW,
                                        ReceiptStatus.REFUSED,
                                        Tally.unread(FindingCode.TOO_LARGE),
                                        Optional.empty(),
                                        17,
                                        Optional.empty())
                                .toJson());
        Path receipt = partner.inbox().resolve(RECEIPT);
        Files.setLastModifiedTime(receipt, FileTime.from(NOW));

        assertThat(new Deliveries(partner, PartnerTestKeys.YUNHE).receipt(receipt))
                .isInstanceOf(Genuine.class);
    }

    @Test
    void aReceiptPutInPlaceOfAnotherIsForged() throws IOException {
        String other = "receipt-complaints-YUNHE-20260302-002.json.pgp";
        new PublishedListFixture().seal(inbox, RECEIPT, receipt(FILE));
        Files.move(inbox.resolve(RECEIPT), inbox.resolve(other));

        assertThat(fault(openReceipt(other))).isEqualTo(DeliveryFault.FORGED);
    }

    @Test
    void aReceiptThatAnotherInsurerMadeIsForged() throws IOException {
        PublishedListFixture forged = new PublishedListFixture();
        forged.signer = PartnerTestKeys.secret("CHANGQING");
        forged.seal(inbox, RECEIPT, receipt(FILE));

        assertThat(fault(openReceipt(RECEIPT))).isEqualTo(DeliveryFault.FORGED);
    }

    @Test
    void aReceiptAboutAnotherFileThanItsNameSaysIsMalformed() throws IOException {
        new PublishedListFixture().seal(inbox, RECEIPT, receipt("complaints-YUNHE-20260302-002.csv.pgp"));

        assertThat(fault(openReceipt(RECEIPT))).isEqualTo(DeliveryFault.MALFORMED);
    }

    @Test
    void aReceiptThatIsNoReceiptIsMalformed() throws IOException {
        new PublishedListFixture().seal(inbox, RECEIPT, "{}".getBytes());

        assertThat(fault(openReceipt(RECEIPT))).isEqualTo(DeliveryFault.MALFORMED);
    }

    @Test
    void aReceiptThatIsNotThereIsMissing() throws IOException {
        assertThat(fault(openReceipt(RECEIPT))).isEqualTo(DeliveryFault.MISSING);
    }

    @Test
    void anUnsignedFileIsForged() throws IOException {
        Files.write(inbox.resolve(RECEIPT), receipt(FILE));

        assertThat(fault(openReceipt(RECEIPT))).isEqualTo(DeliveryFault.FORGED);
    }

    @Test
    void aTelephoneNumberInAFilesNameDoesNotGetIntoTheDetail() throws IOException {
        assertThat(openReceipt("receipt-13810001234.json.pgp"))
                .isInstanceOfSatisfying(
                        NotGenuine.class,
                        wrong -> assertThat(wrong.detail()).contains("***").doesNotContain("13810001234"));
    }

    @Test
    void anOutcomesRowsAreHandedOver() throws IOException {
        new PublishedListFixture().seal(inbox, OUTCOME, outcome());

        VerificationResult<Long> opened = openOutcome();

        assertThat(opened)
                .isInstanceOfSatisfying(
                        Genuine.class, genuine -> assertThat(genuine.value()).isEqualTo(1L));
        assertThat(rows).extracting(row -> row.finding().code()).containsExactly(FindingCode.MOBILE_LANDLINE);
    }

    @Test
    void noRowOfAForgedOutcomeIsHandedOver() throws IOException {
        PublishedListFixture other = new PublishedListFixture();
        other.seal(inbox, "outcome-complaints-YUNHE-20260302-002.csv.pgp", outcome());
        Files.move(inbox.resolve("outcome-complaints-YUNHE-20260302-002.csv.pgp"), inbox.resolve(OUTCOME));

        assertThat(fault(openOutcome())).isEqualTo(DeliveryFault.FORGED);
        assertThat(rows).isEmpty();
    }

    @Test
    void noCaseOfAForgedFileIsHandedOver() throws IOException {
        Path forged = inbox.resolve("cases-YUNHE-20260302-001.csv.pgp");
        byte[] cases = Files.readAllBytes(Path.of("exchange-formats", "cases", "v1", "accepted", "every-notice.csv"));
        PublishedListFixture other = new PublishedListFixture();
        List<CaseNotice> handedOver = new ArrayList<>();
        other.seal(inbox, "cases-YUNHE-20260302-002.csv.pgp", cases);
        Files.move(inbox.resolve("cases-YUNHE-20260302-002.csv.pgp"), forged);

        assertThat(fault(openCases(forged, handedOver))).isEqualTo(DeliveryFault.FORGED);
        assertThat(handedOver).isEmpty();

        Files.delete(forged);
        other.seal(inbox, "cases-YUNHE-20260302-001.csv.pgp", cases);
        assertThat(openCases(forged, handedOver).ifGenuine()).hasValue((long) handedOver.size());
        assertThat(handedOver).isNotEmpty();
    }

    static byte[] receipt(String file) {
        return receipt(file, 17, Optional.empty());
    }

    private static byte[] receipt(String file, long index, Optional<String> head) {
        return new Receipt(
                        file,
                        "ab".repeat(32),
                        NOW,
                        ReceiptStatus.PARTLY_ACCEPTED,
                        new Tally(2, 1, 1, 0, Map.of(FindingCode.MOBILE_LANDLINE, 1L)),
                        Optional.of(PublishedListFixture.FROM),
                        index,
                        head)
                .toJson();
    }

    static byte[] outcome() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutcomeWriter writer = new OutcomeWriter(out, MessageLanguage.EN)) {
            writer.write(Finding.atColumn(3, ComplaintColumn.MOBILE, FindingCode.MOBILE_LANDLINE));
        }
        return out.toByteArray();
    }

    @Test
    void aReceiptWhoseHeadOfTheLogIsSignedAndCoversItsEntryIsGenuine() throws Exception {
        assertThat(openWitnessed(17, vector("100"))).isInstanceOf(Genuine.class);
        assertThat(openWitnessed(17, Optional.empty()))
                .as("from before there were heads")
                .isInstanceOf(Genuine.class);
    }

    @Test
    void aReceiptWhoseHeadOfTheLogSomebodyElseSignedIsForged() throws Exception {
        Optional<String> other =
                Optional.of(Files.readString(VECTORS.resolve("refused/checkpoints/signed-by-another-key")));

        assertThat(fault(openWitnessed(17, other))).isEqualTo(DeliveryFault.FORGED);
    }

    @Test
    void aReceiptWhoseHeadOfTheLogDoesNotCoverItsEntryIsMalformed() throws Exception {
        assertThat(fault(openWitnessed(100, vector("100")))).isEqualTo(DeliveryFault.MALFORMED);
    }

    @Test
    void aReceiptWhoseHeadContradictsTheOneOfTheHeldListShowsAFork() throws Exception {
        NoteSigner log = new NoteKeyFile(inbox.resolve("log.key")).generate("a-log.invalid");
        String ours = head(log, 100, "as it was");
        VerifiedList held = held(ours);
        Partner witness = PartnerTestKeys.YUNHE.withLogKey(
                VerifierKey.parse(log.verifierKey().toString()));

        assertThat(fault(open(witness, 17, head(log, 100, "rewritten"), held))).isEqualTo(DeliveryFault.FORKED);
        assertThat(open(witness, 17, ours, held)).isInstanceOf(Genuine.class);
        assertThat(open(witness, 17, head(log, 101, "longer"), held))
                .as("heads of different sizes cannot be compared without a proof")
                .isInstanceOf(Genuine.class);
        assertThat(open(PartnerTestKeys.YUNHE, 17, head(log, 100, "rewritten"), held))
                .as("without the log's key no heads are compared")
                .isInstanceOf(Genuine.class);
    }

    private VerificationResult<Receipt> openWitnessed(long index, Optional<String> head) throws Exception {
        VerifierKey key = VerifierKey.parse(
                Files.readString(VECTORS.resolve("export/log.vkey")).strip());
        return open(PartnerTestKeys.YUNHE.withLogKey(key), index, head, Optional.empty());
    }

    private VerificationResult<Receipt> open(Partner witness, long index, String head, VerifiedList held)
            throws IOException {
        return open(witness, index, Optional.of(head), Optional.of(held));
    }

    private VerificationResult<Receipt> open(
            Partner witness, long index, Optional<String> head, Optional<VerifiedList> held) throws IOException {
        Files.deleteIfExists(inbox.resolve(RECEIPT));
        new PublishedListFixture().seal(inbox, RECEIPT, receipt(FILE, index, head));
        return new OpenReceipt(witness).open(inbox.resolve(RECEIPT), NOW, held);
    }

    private static VerifiedList held(String head) {
        String any = "0".repeat(64);
        Manifest manifest = new Manifest(
                PartnerTestKeys.YUNHE.code(),
                1,
                ListKind.FULL,
                List.of(PublishedListFixture.LIFE),
                OptionalInt.empty(),
                Optional.empty(),
                7,
                NOW,
                PublishedListFixture.USE_BY,
                0,
                0,
                any,
                any,
                any,
                List.of(),
                41,
                Optional.of(head),
                Optional.empty());
        // as it is read from the disk
        return new VerifiedList(manifest, any, VerifiedList.LogConsistency.NOT_SEEN);
    }

    private VerificationResult<Receipt> openReceipt(String name) throws IOException {
        return new OpenReceipt(PartnerTestKeys.YUNHE).open(inbox.resolve(name), NOW, Optional.empty());
    }

    private static Optional<String> vector(String size) throws IOException {
        return Optional.of(Files.readString(VECTORS.resolve("checkpoints").resolve(size)));
    }

    private VerificationResult<Long> openOutcome() throws IOException {
        return new Deliveries.OpenOutcome(PartnerTestKeys.YUNHE).open(inbox.resolve(OUTCOME), NOW, rows::add);
    }

    private static VerificationResult<Long> openCases(Path file, List<CaseNotice> cases) throws IOException {
        return new Deliveries.OpenCases(PartnerTestKeys.YUNHE).open(file, NOW, cases::add);
    }

    private static DeliveryFault fault(VerificationResult<?> verificationResult) {
        assertThat(verificationResult).isInstanceOf(NotGenuine.class);
        return ((NotGenuine<?>) verificationResult).fault();
    }
}
