package jinbo.exchange.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jinbo.exchange.format.BlockListChange.Add;
import jinbo.exchange.format.BlockListChange.Change;
import jinbo.exchange.format.BlockListChange.Remove;
import jinbo.exchange.format.BlockListDeltaWriter.BlockListDeltaSummary;
import jinbo.exchange.format.BlockListWriter.BlockListSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockListDeltaSummaryTest {

    private static final Path SAMPLES = Path.of("exchange-formats", "blocklist", "v1", "accepted");

    @Test
    void roundTripsThePublishedDelta() throws Exception {
        byte[] sample = Files.readAllBytes(SAMPLES.resolve("delta.csv"));
        List<BlockListChange> changes = new ArrayList<>();
        BlockListDeltaSummary read = BlockListDeltaReader.read(new ByteArrayInputStream(sample), changes::add);
        ByteArrayOutputStream written = new ByteArrayOutputStream();

        assertThat(write(changes, written)).isEqualTo(read);
        assertThat(written.toByteArray()).isEqualTo(sample);
        assertThat(changes)
                .hasOnlyElementsOfTypes(Add.class, Change.class, Remove.class)
                .hasSize(4);
    }

    @Test
    void roundTripsTheManifestOfThePublishedDelta() throws Exception {
        byte[] json = Files.readAllBytes(SAMPLES.resolve("delta.manifest.json"));
        Manifest manifest = Manifest.read(new ByteArrayInputStream(json));

        assertThat(manifest.toJson()).isEqualTo(json);
        assertThat(manifest.kind()).isEqualTo(ListKind.DELTA);
        assertThat(BlockListDeltaReader.read(Files.newInputStream(SAMPLES.resolve("delta.csv")), change -> {}))
                .isEqualTo(new BlockListDeltaSummary(manifest.rows(), manifest.contentSha256()));
    }

    @Test
    void appliesThePublishedDeltaToThePublishedList() throws Exception {
        Manifest before = Manifest.read(Files.newInputStream(SAMPLES.resolve("full.manifest.json")));
        Manifest after = Manifest.read(Files.newInputStream(SAMPLES.resolve("delta.manifest.json")));
        TreeSet<BlockListEntry> list = new TreeSet<>(BlockListEntry.ORDER);
        BlockListReader.read(Files.newInputStream(SAMPLES.resolve("full.csv")), list::add);
        ListDigest digest = ListDigest.from(before.listDigest());
        BlockListDeltaReader.read(
                Files.newInputStream(SAMPLES.resolve("delta.csv")), change -> apply(change, list, digest));
        ByteArrayOutputStream whole = new ByteArrayOutputStream();

        assertThat(writeList(list, whole).listDigest()).isEqualTo(digest.hex()).isEqualTo(after.listDigest());
        assertThat(whole.toByteArray()).isEqualTo(Files.readAllBytes(SAMPLES.resolve("delta.expected-list.csv")));
        assertThat(list).hasSize((int) after.entries());
        assertThat(after.previousSequence()).hasValue(before.sequence());
    }

    @Test
    void writesOnlyHeaderWithoutChanges() throws Exception {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        BlockListDeltaSummary delta = write(List.of(), written);

        assertThat(written).hasToString("action,mobile,business_line,effective_on,expires_on\r\n");
        assertThat(delta.rows()).isZero();
        assertThat(BlockListDeltaReader.read(new ByteArrayInputStream(written.toByteArray()), change -> {}))
                .isEqualTo(delta);
    }

    @Test
    void roundTripsDeltaLargerThanBuffers() throws Exception {
        List<BlockListChange> changes = changes(20_000, 7);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        BlockListDeltaSummary delta = write(changes, written);
        List<BlockListChange> read = new ArrayList<>();

        assertThat(BlockListDeltaReader.read(new ByteArrayInputStream(written.toByteArray()), read::add))
                .isEqualTo(delta);
        assertThat(read).isEqualTo(changes);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(written.toByteArray());
        assertThat(delta)
                .isEqualTo(new BlockListDeltaSummary(20_000, HexFormat.of().formatHex(hash)));
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 10, 11})
    void encodedRowsEqualWrittenChanges(long seed) throws Exception {
        List<BlockListChange> changes = changes(3000, seed);
        EncodedDeltaRows made = EncodedDeltaRows.of(changes);
        int middle = made.countBelow(changes.get(1500).mobile().value());
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        BlockListDeltaSummary summary = write(changes, expected);

        try (BlockListDeltaWriter writer = new BlockListDeltaWriter(written)) {
            writer.write(made, 0, middle);
            writer.write(changes.get(middle));
            writer.write(made, middle + 1, middle + 1);
            writer.write(made, middle + 1, made.size());
            assertThat(writer.finish()).isEqualTo(summary);
        }

        assertThat(written.toByteArray()).isEqualTo(expected.toByteArray());
        assertThat(changes.subList(0, middle))
                .allSatisfy(change -> assertThat(change.mobile())
                        .isLessThan(changes.get(middle).mobile()));
        assertThat(changes.get(middle).mobile()).isEqualTo(changes.get(1500).mobile());
    }

    @Test
    void refusesEncodedRowsThatDoNotRise() throws IOException {
        EncodedDeltaRows made = EncodedDeltaRows.of(changes(10, 12));
        try (BlockListDeltaWriter writer = new BlockListDeltaWriter(new ByteArrayOutputStream())) {
            writer.write(made, 0, 5);

            assertThatThrownBy(() -> writer.write(made, 4, 6)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesUnorderedChangesWithoutNamingNumbers() {
        List<BlockListChange> changes = changes(2, 8);
        Collections.reverse(changes);

        assertThatThrownBy(() -> write(changes, new ByteArrayOutputStream()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(changes.get(1).mobile().digits());
        assertThat(changes.toString()).doesNotContain(changes.get(0).mobile().digits());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "action,mobile|Action,mobile|line 1",
                "action,mobile,business_line|mobile,business_line|line 1",
                "action,mobile,business_line,|action,mobile,|line 1",
                "REMOVE,|remove,|line 2",
                "REMOVE,|DELETE,|line 2",
                "REMOVE,1|REMOVE,2|line 2",
                "13810000001,MOTOR,,|13810000001,MOTOR,|line 2",
                "13810000001,MOTOR,,|13810000001,MOTOR,,,|line 2",
                "13810000001,MOTOR,,|13810000001,MOTOR|line 2",
                "13810000001,MOTOR,,|13810000001,,|line 2",
                "13810000001,MOTOR,,|13810000001,,,|line 2",
                "13810000001,MOTOR,,|13810000001,motor,,|line 2",
                "13810000001,MOTOR,,|13810000001,MOTORMOTORMOT,,|line 2",
                "13810000001,MOTOR,,|13810000001,MOTOR,2026-08-31,2027-03-01|line 2",
                "REMOVE,1|REMOVE, 1|line 2",
                "REMOVE,|,|line 2",
                "REMOVE,13810000002|REMOVE,13810000001|line 3",
                "ADD,|add,|line 4",
                "ADD,|CHANGE,1|line 4",
                "ADD,13810000004,MOTOR|ADD,13810000002,LIFE|line 4",
                "ADD,13810000004,MOTOR|ADD,13810000002,MOTOR|line 4",
                "ADD,13810000004,MOTOR,2026-10-30,2028-10-30|ADD,13810000004,MOTOR,,|line 4",
                "ADD,13810000004,MOTOR,2026-10-30|ADD,13810000004,2026-10-30|line 4",
                "ADD,13810000004,MOTOR,2026-10-30,2028-10-30|13810000004,MOTOR,2026-10-30,2028-10-30|line 4",
                "2026-10-30|2028-10-30|line 4",
                "2028-10-30|2028-02-30|line 4",
                "CHANGE,|\"CHANGE\",|line 5",
                "2029-01-05|2029-01-05,|line 5",
            })
    void refusesChangedDeltasWithLine(String sound, String changed, String place) throws IOException {
        String csv = Files.readString(SAMPLES.resolve("delta.csv"));
        assertThat(csv).contains(sound);

        refuses(csv.replaceFirst(sound, changed), place);
    }

    @Test
    void refusesOtherLineEndsAndTruncatedDeltas() throws IOException {
        String csv = Files.readString(SAMPLES.resolve("delta.csv"));

        refuses(csv.replace("\r\n", "\n"), "line 1");
        refuses(csv.replaceFirst("R,,\r\n", "R,,\n"), "line 2");
        refuses(csv.replaceFirst("(?s)(.*)\r\n", "$1"), "cut short");
        refuses(csv + "\r\n", "line 6");
        refuses(csv + "x".repeat(1 << 20), "line 6");
        refuses("", "line 1");
    }

    private static void refuses(String csv, String place) {
        assertThatThrownBy(() -> BlockListDeltaReader.read(
                        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), change -> {}))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(place);
    }

    private static void apply(BlockListChange change, TreeSet<BlockListEntry> list, ListDigest digest) {
        Optional<BlockListEntry> old = list.stream()
                .filter(entry ->
                        entry.mobile().equals(change.mobile()) && entry.line().equals(change.line()))
                .findAny();
        assertThat(old.isEmpty()).isEqualTo(change instanceof Add);
        old.ifPresent(entry -> {
            list.remove(entry);
            digest.remove(entry);
        });
        Optional<BlockListEntry> now = change instanceof Add add
                ? Optional.of(add.entry())
                : change instanceof Change changed ? Optional.of(changed.entry()) : Optional.empty();
        now.ifPresent(entry -> {
            list.add(entry);
            digest.add(entry);
        });
    }

    private static BlockListDeltaSummary write(List<BlockListChange> changes, ByteArrayOutputStream into)
            throws IOException {
        try (BlockListDeltaWriter writer = new BlockListDeltaWriter(into)) {
            for (BlockListChange change : changes) {
                writer.write(change);
            }
            return writer.finish();
        }
    }

    private static BlockListSummary writeList(Collection<BlockListEntry> entries, ByteArrayOutputStream into)
            throws IOException {
        try (BlockListWriter writer = new BlockListWriter(into)) {
            for (BlockListEntry entry : entries) {
                writer.write(entry);
            }
            return writer.finish();
        }
    }

    private static List<BlockListChange> changes(int count, long seed) {
        Random random = new Random(seed);
        return RandomEntries.some(count, RandomEntries.LINES, 800, random).stream()
                .map(entry -> switch (random.nextInt(3)) {
                    case 0 -> new Add(entry);
                    case 1 -> new Change(entry);
                    default -> new Remove(entry.mobile(), entry.line());
                })
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
