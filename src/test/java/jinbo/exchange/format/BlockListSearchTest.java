package jinbo.exchange.format;

import static jinbo.exchange.format.RandomEntries.LIFE;
import static jinbo.exchange.format.RandomEntries.LINES;
import static jinbo.exchange.format.RandomEntries.MOTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockListSearchTest {

    private static final String HEADER = "mobile,business_line,effective_on,expires_on\r\n";
    private static final String LOW = "13810000001,LIFE,2026-10-22,2028-10-22\r\n";
    private static final String HIGH = "13810000003,HEALTHCARE12,2026-10-22,2028-10-22\r\n";
    private static final LineCode HEALTH = new LineCode("HEALTHCARE12");

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} entries, seed {1}")
    @CsvSource({"0, 1", "1, 2", "2, 3", "3, 4", "4, 5", "7, 6", "8, 7", "100, 8", "5000, 9", "5000, 20120921"})
    void findsEveryEntryAndNoOther(int count, long seed) throws Exception {
        Random random = new Random(seed);
        List<BlockListEntry> entries = RandomEntries.some(count, LINES, 800, random);
        Set<BlockListEntry> found = new HashSet<>();

        try (BlockListSearch search = BlockListSearch.open(file(entries))) {
            for (long mobile = 13_810_000_000L; mobile < 13_810_001_000L; mobile++) {
                for (LineCode line : LINES) {
                    search.find(new Mobile(mobile), line).ifPresent(found::add);
                }
            }
            for (BlockListEntry entry : entries) {
                assertThat(search.find(entry.mobile(), entry.line()))
                        .as("seed %d", seed)
                        .contains(entry);
            }
            assertThat(search.find(new Mobile(13_000_000_000L), MOTOR)).isEmpty();
            assertThat(search.find(new Mobile(19_999_999_999L), MOTOR)).isEmpty();
        }

        assertThat(entries).as("seed %d", seed).containsAll(found);
        assertThat(found).hasSize((int) entries.stream()
                .filter(entry -> entry.mobile().value() < 13_810_001_000L)
                .count());
    }

    @Test
    void findsNumberOnlyInTheRequestedLine() throws Exception {
        try (BlockListSearch search = BlockListSearch.open(file(HEADER + LOW + HIGH))) {
            assertThat(search.find(new Mobile(13_810_000_001L), LIFE)).isPresent();
            assertThat(search.find(new Mobile(13_810_000_001L), MOTOR)).isEmpty();
            assertThat(search.find(new Mobile(13_810_000_001L), HEALTH)).isEmpty();
            assertThat(search.find(new Mobile(13_810_000_003L), HEALTH)).isPresent();
            assertThat(search.size()).isEqualTo((HEADER + LOW + HIGH).length());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mobile", "mobile,effective_on,expires_on\r\n13810000001,2026-10-22,2028-10-22\r\n"})
    void refusesOtherHeader(String csv) throws IOException {
        Path file = file(csv);

        assertThatThrownBy(() -> BlockListSearch.open(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("line 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HEADER + "23810000001,LIFE,2026-10-22,2028-10-22\r\n" + HIGH,
                HEADER + "13810000001,life,2026-10-22,2028-10-22\r\n" + HIGH,
                HEADER + "13810000001,LIFELIFELIFE1,2026-10-22,2028-10-22\r\n" + HIGH,
                HEADER + "13810000001,LIFE,2026-13-22,2028-10-22\r\n" + HIGH,
                HEADER + "13810000001,2026-10-22,2028-10-22\r\n" + HIGH,
                HEADER + "13810000001,LIFE,2026-10-22,2028-10-22\n" + HIGH,
                HEADER + "13810000001,LIFE,2026-10-22,2028-10-22" + HIGH,
                HEADER + "\r\n" + HIGH,
                HEADER + "13810000001,LIFE,2026-10-22,2028-10-22",
                HEADER + "13810000001,LIFE,2026-10-22,2028-10-22\r",
            })
    void refusesInvalidRow(String csv) throws Exception {
        try (BlockListSearch search = BlockListSearch.open(file(csv))) {
            assertThatThrownBy(() -> {
                        search.find(new Mobile(13_810_000_001L), LIFE);
                        search.find(new Mobile(13_810_000_000L), LIFE);
                    })
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining("is not an entry")
                    .hasMessageNotContaining("1381000");
        }
    }

    @Test
    void refusesTooLongLine() throws Exception {
        try (BlockListSearch search = BlockListSearch.open(file(HEADER + "x".repeat(5000) + LOW))) {
            assertThatThrownBy(() -> search.find(new Mobile(13_810_000_001L), LIFE))
                    .isInstanceOf(FormatException.class);
        }
    }

    private Path file(List<BlockListEntry> entries) throws IOException {
        Path file = folder.resolve("list.csv");
        try (BlockListWriter writer = new BlockListWriter(Files.newOutputStream(file))) {
            for (BlockListEntry entry : entries) {
                writer.write(entry);
            }
            writer.finish();
        }
        return file;
    }

    private Path file(String csv) throws IOException {
        return Files.write(folder.resolve("list.csv"), csv.getBytes(StandardCharsets.US_ASCII));
    }
}
