package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import jinbo.batch.collect.CollectReport;
import jinbo.exchange.format.AnswerFileNames;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.Receipt;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.testing.AttackTable;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is refused is answered, archived and quarantined, changes nothing, and stops nobody else's. */
class RefusedFilesIT {

    private static final String DAY = "20120921";
    private static final String SOUND = UploadCsv.complaints("2012-09-20", 13810001234L);

    @TempDir
    static Path home;

    private static final SettableClock CLOCK = new SettableClock("2012-09-21T09:00:00+08:00");
    private static TestExchange exchange;
    private static int files;

    @BeforeAll
    static void start() {
        exchange = TestExchange.start(
                home,
                CLOCK,
                Map.of(
                        "jinbo.collect-uploads.limits.sealed-size", "16KB",
                        "jinbo.collect-uploads.limits.rows", "100"));
    }

    @AfterAll
    static void close() {
        exchange.close();
    }

    @Test
    void forANameThatIsNotOfThisDrop() throws IOException {
        String name = UploadCsv.name("CHANGQING", DAY, 1);
        byte[] bytes = sealed(name, SOUND);

        String stem = AnswerFileNames.invalidStem(UploadCsv.sha256(bytes));
        Receipt receipt = refused(name, bytes, FindingCode.NAME_INVALID, stem, stem + ".pgp");

        assertThat(receipt.file()).isEqualTo(stem);
    }

    @Test
    void forANameThatHoldsAPhoneNumberWhichIsThenToldToNobody() throws IOException {
        byte[] bytes = sealed("complaints-YUNHE-20120921-138.csv.pgp", SOUND);
        String stem = AnswerFileNames.invalidStem(UploadCsv.sha256(bytes));

        told(
                "a phone number as its name",
                FindingCode.NAME_INVALID,
                refused("13810001234.csv.pgp", bytes, FindingCode.NAME_INVALID, stem, stem + ".pgp"));

        assertThat(exchange.count("access_log_entry where object like '%1381000%'"))
                .isZero();
    }

    @Test
    void forAnEnvelopeThatIsDamaged() throws IOException {
        String name = nextName();
        byte[] bytes = sealed(name, SOUND);
        bytes[bytes.length / 2] ^= 1;

        told("damaged", FindingCode.ENVELOPE_INVALID, refused(name, bytes, FindingCode.ENVELOPE_INVALID));
    }

    @Test
    void forAnEnvelopeThatIsCutShort() throws IOException {
        String name = nextName();
        byte[] bytes = sealed(name, SOUND);

        refused(name, Arrays.copyOf(bytes, bytes.length - 1), FindingCode.ENVELOPE_INVALID);
    }

    @Test
    void forAFileThatIsNoEnvelopeAtAll() throws IOException {
        refusedAndNotKept(nextName(), SOUND.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void forAFileThatNobodyHasEncryptedOfWhichTheSenderIsTold() throws IOException {
        String name = nextName();
        refusedAndNotKept(name, new byte[] {(byte) 0xcb, 7, 'b', 0, 0, 0, 0, 0, 'x'});

        assertThat(exchange.outcomeOf("YUNHE", name)).contains("发现文件未加密");
    }

    @Test
    void forAFileOfNoBytes() throws IOException {
        refusedAndNotKept(nextName(), new byte[0]);
    }

    @Test
    void forASignerThatIsAnotherInsurers() throws IOException {
        String name = nextName();

        told(
                "signed by another insurer",
                FindingCode.SIGNER_NOT_ACCEPTED,
                refused(
                        name,
                        exchange.seal(TestExchange.secretOf("CHANGQING"), name, bytes(SOUND)),
                        FindingCode.SIGNER_NOT_ACCEPTED));
    }

    @Test
    void forASignerThatNobodyKnowsAndWhenSealedAnewUnderANewNameItIsIngested() throws IOException {
        String content = UploadCsv.complaints("2012-09-20", 13810007777L);
        String name = nextName();
        SecretKeys stranger = SecretKeys.generate("stranger", CLOCK.instant().minus(Duration.ofDays(1)));

        refused(name, exchange.seal(stranger, name, bytes(content)), FindingCode.SIGNER_NOT_ACCEPTED);

        String again = nextName();
        exchange.upload("YUNHE", again, content);
        exchange.collect();
        assertThat(exchange.receiptOf("YUNHE", again).status()).isEqualTo(ReceiptStatus.ACCEPTED);
    }

    @Test
    void forANameThatWasReceivedBefore() throws IOException {
        String name = nextName();
        exchange.upload("YUNHE", name, UploadCsv.complaints("2012-09-20", 13810008001L));
        exchange.collect();

        byte[] other = sealed(name, UploadCsv.complaints("2012-09-20", 13810008002L));
        Receipt receipt = refused(name, other, FindingCode.ALREADY_RECEIVED, stem(name), name + ".2", ".2");

        assertThat(receipt.sha256()).isEqualTo(UploadCsv.sha256(other));
        told("another file under an old name", FindingCode.ALREADY_RECEIVED, receipt);
    }

    @Test
    void forBytesThatWereReceivedBefore() throws IOException {
        String name = nextName();
        byte[] bytes = sealed(name, UploadCsv.complaints("2012-09-20", 13810008003L));
        exchange.place("YUNHE", name, bytes);
        exchange.collect();

        told(
                "an old file under a new name",
                FindingCode.ALREADY_RECEIVED,
                refused(nextName(), bytes, FindingCode.ALREADY_RECEIVED));
    }

    @Test
    void forContentThatWasAcceptedBeforeThoughItIsSealedAnew() throws IOException {
        String content = UploadCsv.complaints("2012-09-20", 13810008004L);
        exchange.upload("YUNHE", nextName(), content);
        exchange.collect();

        String again = nextName();
        told(
                "old content, sealed anew under a new name",
                FindingCode.ALREADY_RECEIVED,
                refused(again, sealed(again, content), FindingCode.ALREADY_RECEIVED));
    }

    @Test
    void butNotForWhatAnotherInsurerSent() {
        String content = UploadCsv.complaints("2012-09-20", 13810008005L);
        exchange.upload("YUNHE", nextName(), content);
        String theirs = UploadCsv.name("CHANGQING", DAY, 500);
        exchange.upload("CHANGQING", theirs, content);

        exchange.collect();

        assertThat(exchange.receiptOf("CHANGQING", theirs).status()).isEqualTo(ReceiptStatus.ACCEPTED);
    }

    @Test
    void forABytesLimitWithoutBeingFetched() throws IOException {
        byte[] noise = new byte[16 * 1024 + 1];
        new Random(1).nextBytes(noise);
        String name = nextName();

        Receipt receipt = refusedUnfetched(name, noise);

        assertThat(receipt.tally().findings()).containsOnlyKeys(FindingCode.TOO_LARGE);
    }

    @Test
    void forARowsLimit() throws IOException {
        String name = nextName();
        long[] numbers = LongStream.range(0, 101).map(i -> 13810009000L + 7 * i).toArray();

        told(
                "one row more than allowed",
                FindingCode.TOO_LARGE,
                refused(name, sealed(name, UploadCsv.complaints("2012-09-20", numbers)), FindingCode.TOO_LARGE));
    }

    @Test
    void forContentThatIsNoText() throws IOException {
        String name = nextName();

        told(
                "a program instead of text",
                FindingCode.TEXT_INVALID,
                refused(
                        name,
                        exchange.seal(TestExchange.secretOf("YUNHE"), name, new byte[] {'P', 'K', 3, 4, 0, 0, -1, -2}),
                        FindingCode.TEXT_INVALID));
    }

    @Test
    void forAHeaderThatLacksAColumn() throws IOException {
        String name = nextName();

        refused(name, sealed(name, "mobile,complaint\r\n13810001234,TELEMARKETING\r\n"), FindingCode.HEADER_INVALID);
    }

    @Test
    void forContentWithoutEvenAHeader() throws IOException {
        String name = nextName();

        refused(name, sealed(name, ""), FindingCode.EMPTY);
    }

    @Test
    void forACertificateThatCannotBeRead() throws IOException {
        String name = "certificate-YUNHE-20120921-001.asc.pgp";
        byte[] bytes = sealed(name, "-----BEGIN PGP PUBLIC KEY BLOCK-----\r\n");

        refused(name, bytes, FindingCode.CERTIFICATE_INVALID, name.replace(".asc.pgp", ""), name);
    }

    private static void told(String sent, FindingCode expected, Receipt receipt) {
        AttackTable.row(
                "upload: " + sent,
                expected.toString(),
                receipt.tally().findings().keySet().stream()
                        .map(FindingCode::toString)
                        .collect(Collectors.joining(" ")));
    }

    private static Receipt refused(String name, byte[] bytes, FindingCode code) throws IOException {
        return refused(name, bytes, code, stem(name), name);
    }

    private static Receipt refused(String name, byte[] bytes, FindingCode code, String stem, String archivedAs)
            throws IOException {
        return refused(name, bytes, code, stem, archivedAs, "");
    }

    private static Receipt refused(
            String name, byte[] bytes, FindingCode code, String stem, String archivedAs, String nth)
            throws IOException {
        Receipt receipt = answered(name, bytes, code, stem, nth);
        assertThat(exchange.listing("YUNHE", "archive")).contains(archivedAs);
        assertThat(Files.readAllBytes(exchange.drop("YUNHE", "archive").resolve(archivedAs)))
                .isEqualTo(bytes);
        assertThat(receipt.sha256()).isEqualTo(UploadCsv.sha256(bytes));
        List<Path> kept = quarantined(stem, receipt.accessLogIndex());
        assertThat(kept).hasSize(2);
        assertThat(Files.readAllBytes(kept.get(0))).as("still encrypted").isEqualTo(bytes);
        assertThat(Files.readString(kept.get(1))).contains(code.name()).contains(UploadCsv.sha256(bytes));
        return receipt;
    }

    /** Numbers that nobody encrypted do not lie in quarantine for anybody to read. */
    private static void refusedAndNotKept(String name, byte[] bytes) throws IOException {
        Receipt receipt = answered(name, bytes, FindingCode.ENVELOPE_INVALID, stem(name), "");
        assertThat(exchange.listing("YUNHE", "archive")).contains(name);
        List<Path> kept = quarantined(stem(name), receipt.accessLogIndex());
        assertThat(kept)
                .singleElement()
                .satisfies(reason -> assertThat(Files.readString(reason)).contains("was not encrypted"));
    }

    private static Receipt refusedUnfetched(String name, byte[] bytes) throws IOException {
        Receipt receipt = answered(name, bytes, FindingCode.TOO_LARGE, stem(name), "");
        assertThat(exchange.listing("YUNHE", "archive")).contains(name);
        List<Path> kept = quarantined(stem(name), receipt.accessLogIndex());
        assertThat(kept).singleElement().asString().endsWith(".reason.txt");
        return receipt;
    }

    /** Drops the file together with good ones, and looks at its answers. */
    private static Receipt answered(String name, byte[] bytes, FindingCode code, String stem, String nth) {
        long registrationsBefore = registrations();
        exchange.place("YUNHE", name, bytes);
        String good = UploadCsv.name("CHANGQING", DAY, ++files);
        exchange.upload("CHANGQING", good, UploadCsv.complaints("2012-09-20", 13811110000L + files));

        CollectReport report = exchange.collect();

        assertThat(report.problems()).isEmpty();
        assertThat(exchange.receiptOf("CHANGQING", good).status()).isEqualTo(ReceiptStatus.ACCEPTED);
        assertThat(exchange.listing("YUNHE", "upload")).isEmpty();
        Receipt receipt = exchange.receiptOf("YUNHE", stem + nth);
        assertThat(receipt.status()).isEqualTo(ReceiptStatus.REFUSED);
        assertThat(receipt.tally().rows()).isZero();
        assertThat(receipt.tally().findings()).isEqualTo(Map.of(code, 1L));
        assertThat(receipt.effectiveOn()).isEmpty();
        assertThat(receipt.receivedAt()).isEqualTo(CLOCK.instant());
        assertThat(exchange.outcomeOf("YUNHE", stem + nth).lines())
                .hasSize(2)
                .element(1)
                .asString()
                .contains("REFUSED," + code.name() + ",");
        assertThat(registrations()).as("only the good file's").isEqualTo(registrationsBefore + 1);
        assertThat(exchange.sql()
                        .sql("select action || ' ' || phase || ' ' || coalesce(outcome, '-') from access_log_entry"
                                + " where id in (select unnest(array[e.id, e.intent]) from access_log_entry e"
                                + " join access_log_place p on p.entry = e.id where p.index = ?)"
                                + " order by id")
                        .param(receipt.accessLogIndex())
                        .query(String.class)
                        .list())
                .containsExactly("TAKE_IN INTENT -", "TAKE_IN RESULT REFUSED");
        return receipt;
    }

    private static List<Path> quarantined(String stem, long accessLogIndex) throws IOException {
        long id = exchange.sql()
                .sql(
                        "select id from inbound_file where access_log_id = (select entry from access_log_place where index = ?)")
                .param(accessLogIndex)
                .query(Long.class)
                .single();
        try (Stream<Path> kept = Files.list(home.resolve("quarantine/YUNHE"))) {
            return kept.filter(file -> file.getFileName().toString().startsWith(stem + "." + id + "."))
                    .sorted()
                    .toList();
        }
    }

    private static long registrations() {
        return exchange.count("registration");
    }

    private static byte[] sealed(String name, String content) {
        return exchange.seal(TestExchange.secretOf("YUNHE"), name, bytes(content));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String nextName() {
        return UploadCsv.name("YUNHE", DAY, ++files);
    }

    private static String stem(String name) {
        return name.replace(".csv.pgp", "");
    }
}
