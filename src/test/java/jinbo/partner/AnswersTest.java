package jinbo.partner;

import static jinbo.partner.Published.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.exchange.ComplaintColumn;
import jinbo.exchange.Finding;
import jinbo.exchange.FindingCode;
import jinbo.exchange.MessageLanguage;
import jinbo.exchange.OutcomeLine;
import jinbo.exchange.OutcomeWriter;
import jinbo.exchange.Receipt;
import jinbo.exchange.ReceiptJson;
import jinbo.exchange.ReceiptStatus;
import jinbo.exchange.Tally;
import jinbo.partner.Checked.Genuine;
import jinbo.partner.Checked.NotGenuine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswersTest {

    private static final String FILE = "complaints-YUNHE-20260302-001.csv.pgp";
    private static final String RECEIPT = "receipt-complaints-YUNHE-20260302-001.json.pgp";
    private static final String OUTCOME = "outcome-complaints-YUNHE-20260302-001.csv.pgp";

    @TempDir
    Path inbox;

    private final List<OutcomeLine> rows = new ArrayList<>();

    @Test
    void aReceiptOfTheAssociationIsGenuine() throws IOException {
        new Published().seal(inbox, RECEIPT, receipt(FILE));

        assertThat(openReceipt(RECEIPT)).isInstanceOfSatisfying(Genuine.class, genuine -> {
            assertThat(genuine.signedAt()).isEqualTo(NOW);
            assertThat(((Receipt) genuine.value()).status()).isEqualTo(ReceiptStatus.PARTLY_ACCEPTED);
        });
    }

    @Test
    void aLaterAnswerToTheSameFileIsGenuineUnderItsCountedName() throws IOException {
        String second = "receipt-complaints-YUNHE-20260302-001.2.json.pgp";
        new Published().seal(inbox, second, receipt(FILE));

        assertThat(openReceipt(second)).isInstanceOf(Genuine.class);
    }

    @Test
    void aReceiptOfAFileWithAnInvalidNameIsGenuineUnderItsHash() throws IOException {
        String name = "receipt-invalid-0123456789abcdef.json.pgp";
        new Published().seal(inbox, name, receipt("invalid-0123456789abcdef"));

        assertThat(openReceipt(name)).isInstanceOf(Genuine.class);
    }

    @Test
    void aReceiptPutInPlaceOfAnotherIsForged() throws IOException {
        String other = "receipt-complaints-YUNHE-20260302-002.json.pgp";
        new Published().seal(inbox, RECEIPT, receipt(FILE));
        Files.move(inbox.resolve(RECEIPT), inbox.resolve(other));

        assertThat(fault(openReceipt(other))).isEqualTo(DeliveryFault.FORGED);
    }

    @Test
    void aReceiptThatAnotherInsurerMadeIsForged() throws IOException {
        Published forged = new Published();
        forged.signer = Keys.secret("CHANGQING");
        forged.seal(inbox, RECEIPT, receipt(FILE));

        assertThat(fault(openReceipt(RECEIPT))).isEqualTo(DeliveryFault.FORGED);
    }

    @Test
    void aReceiptAboutAnotherFileThanItsNameSaysIsMalformed() throws IOException {
        new Published().seal(inbox, RECEIPT, receipt("complaints-YUNHE-20260302-002.csv.pgp"));

        assertThat(fault(openReceipt(RECEIPT))).isEqualTo(DeliveryFault.MALFORMED);
    }

    @Test
    void aReceiptThatIsNoReceiptIsMalformed() throws IOException {
        new Published().seal(inbox, RECEIPT, "{}".getBytes());

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
        new Published().seal(inbox, OUTCOME, outcome());

        Checked<Long> opened = openOutcome();

        assertThat(opened)
                .isInstanceOfSatisfying(
                        Genuine.class, genuine -> assertThat(genuine.value()).isEqualTo(1L));
        assertThat(rows).extracting(row -> row.finding().code()).containsExactly(FindingCode.MOBILE_LANDLINE);
    }

    @Test
    void noRowOfAForgedOutcomeIsHandedOver() throws IOException {
        Published other = new Published();
        other.seal(inbox, "outcome-complaints-YUNHE-20260302-002.csv.pgp", outcome());
        Files.move(inbox.resolve("outcome-complaints-YUNHE-20260302-002.csv.pgp"), inbox.resolve(OUTCOME));

        assertThat(fault(openOutcome())).isEqualTo(DeliveryFault.FORGED);
        assertThat(rows).isEmpty();
    }

    static byte[] receipt(String file) {
        return ReceiptJson.write(new Receipt(
                file,
                "ab".repeat(32),
                NOW,
                ReceiptStatus.PARTLY_ACCEPTED,
                new Tally(2, 1, 1, 0, Map.of(FindingCode.MOBILE_LANDLINE, 1L)),
                Optional.of(Published.FROM),
                17,
                Optional.empty()));
    }

    static byte[] outcome() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutcomeWriter writer = new OutcomeWriter(out, MessageLanguage.EN)) {
            writer.write(Finding.atColumn(3, ComplaintColumn.MOBILE, FindingCode.MOBILE_LANDLINE));
        }
        return out.toByteArray();
    }

    private Checked<Receipt> openReceipt(String name) throws IOException {
        return new OpenReceipt(Keys.YUNHE).open(inbox.resolve(name), NOW);
    }

    private Checked<Long> openOutcome() throws IOException {
        return new OpenOutcome(Keys.YUNHE).open(inbox.resolve(OUTCOME), NOW, rows::add);
    }

    private static DeliveryFault fault(Checked<?> checked) {
        assertThat(checked).isInstanceOf(NotGenuine.class);
        return ((NotGenuine<?>) checked).fault();
    }
}
