package jinbo.exchange.format;

import static jinbo.exchange.format.RandomEntries.LIFE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import jinbo.exchange.format.BlockListWriter.BlockListSummary;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockListTest {

    private static final Path SAMPLES = Path.of("exchange-formats", "blocklist", "v1", "accepted");

    @Test
    void roundTripsThePublishedList() throws Exception {
        byte[] sample = Files.readAllBytes(SAMPLES.resolve("full.csv"));
        List<BlockListEntry> entries = new ArrayList<>();
        BlockListSummary read = BlockListReader.read(new ByteArrayInputStream(sample), entries::add);
        ByteArrayOutputStream written = new ByteArrayOutputStream();

        assertThat(write(entries, written)).isEqualTo(read);
        assertThat(written.toByteArray()).isEqualTo(sample);
    }

    @Test
    void roundTripsTheManifestOfThePublishedList() throws Exception {
        byte[] json = Files.readAllBytes(SAMPLES.resolve("full.manifest.json"));
        Manifest manifest = Manifest.read(new ByteArrayInputStream(json));
        BlockListSummary list = BlockListReader.read(
                new ByteArrayInputStream(Files.readAllBytes(SAMPLES.resolve("full.csv"))), entry -> {});

        assertThat(manifest.toJson()).isEqualTo(json);
        assertThat(list)
                .isEqualTo(new BlockListSummary(manifest.rows(), manifest.contentSha256(), manifest.listDigest()));
    }

    @Test
    void readsManifestWithoutLinesOfBusiness() throws Exception {
        String json = Files.readString(SAMPLES.resolve("full.manifest.json"))
                .replaceFirst("(?s)  \"business_lines\": \\[.*?\\],\n", "");
        Manifest manifest = Manifest.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));

        assertThat(manifest.businessLines()).isEmpty();
        assertThat(manifest.toJson()).asString(StandardCharsets.UTF_8).isEqualTo(json);
    }

    @Test
    void digestIsSumOfHashesModulo2To256() throws Exception {
        List<BlockListEntry> entries = entries(5000, 1);
        ListDigest digest = new ListDigest();
        BigInteger sum = BigInteger.ZERO;
        for (BlockListEntry entry : entries) {
            digest.add(entry);
            String line =
                    entry.mobile().digits() + "," + entry.line() + "," + entry.effectiveOn() + "," + entry.expiresOn();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.US_ASCII));
            sum = sum.add(new BigInteger(1, hash));
        }
        byte[] bytes = sum.mod(BigInteger.TWO.pow(256)).toByteArray();
        byte[] padded = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, padded, 32 - length, length);

        assertThat(digest.hex()).isEqualTo(HexFormat.of().formatHex(padded));
    }

    @Test
    void digestDoesNotDependOnTheOrderOfUpdates() {
        List<BlockListEntry> entries = entries(1000, 2);
        ListDigest inOrder = new ListDigest();
        entries.forEach(inOrder::add);

        Collections.shuffle(entries, new Random(3));
        ListDigest removedFirst = new ListDigest();
        entries(500, 4).forEach(removedFirst::remove);
        ListDigest keptUp = ListDigest.from(removedFirst.hex());
        entries.forEach(keptUp::add);
        entries(500, 4).forEach(keptUp::add);

        assertThat(keptUp.hex()).isEqualTo(inOrder.hex());
        keptUp.remove(entries.get(0));
        assertThat(keptUp.hex()).isNotEqualTo(inOrder.hex());
    }

    @Test
    void digestIsTheSameForBothFormsOfAnEntry() {
        ListDigest digest = new ListDigest();
        for (BlockListEntry entry : entries(1000, 7)) {
            digest.add(entry);
            digest.remove(entry.mobile().value(), entry.line(), day(entry.effectiveOn()), day(entry.expiresOn()));
        }

        assertThat(digest.hex()).isEqualTo("0".repeat(64));
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    @Test
    void emptyListIsHeaderWithDigestZero() throws Exception {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        BlockListSummary content = write(List.of(), written);

        assertThat(written).hasToString("mobile,business_line,effective_on,expires_on\r\n");
        assertThat(content.listDigest()).isEqualTo("0".repeat(64));
        assertThat(BlockListReader.read(new ByteArrayInputStream(written.toByteArray()), entry -> {}))
                .isEqualTo(content);
    }

    @Test
    void roundTripsListLargerThanBuffers() throws Exception {
        List<BlockListEntry> entries = entries(20_000, 5);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        BlockListSummary content = write(entries, written);
        List<BlockListEntry> read = new ArrayList<>();

        assertThat(BlockListReader.read(new ByteArrayInputStream(written.toByteArray()), read::add))
                .isEqualTo(content);
        assertThat(read).isEqualTo(entries);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(written.toByteArray());
        assertThat(content.contentSha256()).isEqualTo(HexFormat.of().formatHex(hash));
    }

    @Test
    void refusesUnorderedEntriesWithoutNamingNumbers() {
        List<BlockListEntry> entries = entries(2, 6);
        Collections.reverse(entries);

        assertThatThrownBy(() -> write(entries, new ByteArrayOutputStream()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(entries.get(1).mobile().digits());
        assertThat(entries.get(0).toString())
                .doesNotContain(entries.get(0).mobile().digits());
    }

    @Test
    void requiresLinesOfBusinessInOrderOfCodes() throws Exception {
        BlockListEntry short1 = entry("LIFE");
        BlockListEntry long1 = entry("LIFE2");
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        write(List.of(entry("A1"), entry("A12"), entry("AA"), short1, long1, entry("MOTOR")), written);

        assertThat(written.toString(StandardCharsets.US_ASCII).lines().skip(1)).isSorted();
        for (List<BlockListEntry> wrong : List.of(List.of(long1, short1), List.of(short1, short1))) {
            assertThatThrownBy(() -> write(wrong, new ByteArrayOutputStream()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Entry 2 of the list is out of order");
        }
    }

    @Test
    void refusesBlockWithoutDay() {
        Mobile mobile = new Mobile(13810001234L);
        LocalDate day = LocalDate.of(2026, 10, 22);

        assertThatThrownBy(() -> new BlockListEntry(mobile, LIFE, day, day))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mobile,business_line|Mobile,business_line|line 1",
                "mobile,business_line,|mobile,|line 1",
                "13810000001,|23810000001,|line 2",
                "13810000001,|1381000000１,|line 2",
                "13810000001,LIFE|13810000001,MOTOR|line 3",
                "13810000001,LIFE|13810000001,NEAR|line 3",
                "13810000002,MOTOR|13810000001,LIFE|line 4",
                "13910000003|13810000002|line 5",
                "2026-10-22,2028|2026-02-30,2028|line 2",
                "2026-10-22,2028|2029-10-22,2028|line 2",
                "13810000001,|13810000001;|line 2",
                "13810000001,|\"13810000001\",|line 2",
                "13810000001,|ADD,13810000001,|line 2",
                "LIFE|Life|line 2",
                "LIFE|L|line 2",
                "LIFE|1LIFE|line 2",
                "LIFE|LI FE|line 2",
                "LIFE|车险|line 2",
                "LIFE|LIFELIFELIFE1|line 2",
                "LIFE,|,|line 2",
                "LIFE,|LIFE,,|line 2",
                "LIFE,2026-10-22|LIFE,2026-10-22,2026-10-22|line 2",
                "LIFE,2026-10-22,|LIFE,|line 2",
                "LIFE,2026-10-22,2028-10-22|LIFE,2026-10-22,|line 2",
                "LIFE,2026-10-22,2028-10-22|LIFE,,|line 2",
                "LIFE,2026-10-22,2028-10-22|LIFE|line 2",
            })
    void refusesChangedListsWithLine(String sound, String changed, String place) throws IOException {
        String csv = Files.readString(SAMPLES.resolve("full.csv"));
        assertThat(csv).contains(sound);

        refuses(csv.replaceFirst(sound, changed), place);
    }

    @Test
    void refusesOtherLineEndsAndTruncatedLists() throws IOException {
        String csv = Files.readString(SAMPLES.resolve("full.csv"));

        refuses(csv.replace("\r\n", "\n"), "line 1");
        refuses(csv.replaceFirst("(?s)(.*)\r\n", "$1"), "cut short");
        refuses(csv + "\r\n", "line 6");
        refuses(csv + "\n", "line 6");
        refuses(csv + "\r", "line 6");
        refuses(csv + "x".repeat(1 << 20), "line 6");
        refuses(csv.replaceFirst("LIFE,2026-10-22,2028-10-22\r\n", "LIFE,2026-10-22,2028-10-22\n"), "line 2");
        refuses("", "line 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"sequence\": 3|\"sequence\": 4|gaps",
                "\"sequence\": 3|\"sequence\": 1|first list",
                "\"previous_sequence\": 2,|''|list before it",
                "\"rows\": 4|\"rows\": 2|as many rows",
                "\"LIFE\"|\"life\"|A-Z",
                "\"LIFE\"|\"PROPERTY\"|rise",
                "\"LIFE\"|\"MOTOR\"|rise",
                "\"LIFE\"|1|field business_lines",
                "\"full\"|\"FULL\"|field kind",
                "YUNHE|yunhe|field insurer",
                "\"encrypted_to\": [|\"encrypted_to\": [ 1,|field encrypted_to",
                "\"access_log_index\": 41|\"access_log\": 41|field access_log_index",
            })
    void refusesChangedManifestsWithPlace(String sound, String changed, String place) throws IOException {
        String json = Files.readString(SAMPLES.resolve("full.manifest.json"));
        assertThat(json).contains(sound);
        byte[] bytes = json.replace(sound, changed).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Manifest.read(new ByteArrayInputStream(bytes)))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(place);
    }

    private static void refuses(String csv, String place) {
        assertThatThrownBy(() -> BlockListReader.read(
                        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), entry -> {}))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(place);
    }

    private static BlockListSummary write(List<BlockListEntry> entries, ByteArrayOutputStream into) throws IOException {
        try (BlockListWriter writer = new BlockListWriter(into)) {
            for (BlockListEntry entry : entries) {
                writer.write(entry);
            }
            return writer.finish();
        }
    }

    private static BlockListEntry entry(String line) {
        LocalDate day = LocalDate.of(2026, 10, 22);
        return new BlockListEntry(new Mobile(13810001234L), new LineCode(line), day, day.plusYears(1));
    }

    private static List<BlockListEntry> entries(int count, long seed) {
        return RandomEntries.some(count, RandomEntries.LINES, 800, new Random(seed));
    }
}
