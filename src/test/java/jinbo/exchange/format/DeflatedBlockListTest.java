package jinbo.exchange.format;

import static jinbo.exchange.format.RandomEntries.LIFE;
import static jinbo.exchange.format.RandomEntries.LINES;
import static jinbo.exchange.format.RandomEntries.MOTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import jinbo.platform.deflate.DeflateOutput;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeflatedBlockListTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 4);

    /** The window holds 819 rows of LIFE or 682 of the longest code, and slides after 4096 more. */
    @ParameterizedTest(name = "{0} entries, {1} days, {2} lines of business, seed {3}")
    @CsvSource({
        "0, 1, 1, 1",
        "1, 1, 1, 1",
        "2, 1, 1, 1",
        "2, 1, 6, 1",
        "819, 1, 1, 2",
        "820, 1, 1, 2",
        "4915, 3, 1, 3",
        "4916, 3, 1, 4",
        "9011, 3, 1, 10",
        "9012, 3, 1, 11",
        "682, 1, 6, 12",
        "683, 1, 6, 13",
        "4778, 3, 6, 14",
        "4779, 3, 6, 15",
        "8874, 3, 6, 16",
        "8875, 3, 6, 17",
        "50000, 1, 1, 5",
        "50000, 3, 1, 6",
        "50000, 500, 1, 7",
        "50000, 3000, 1, 8",
        "50000, 1, 6, 18",
        "50000, 3, 6, 19",
        "50000, 500, 6, 20",
        "50000, 3000, 6, 21"
    })
    void bothFormsEqualTheList(int count, int days, int lines, long seed) throws IOException {
        assertEqualsPlainWriter(RandomEntries.some(count, lines == 1 ? List.of(LIFE) : LINES, days, new Random(seed)));
    }

    private static void assertEqualsPlainWriter(List<BlockListEntry> entries) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        BlockListWriter writer = new BlockListWriter(plain);
        for (BlockListEntry entry : entries) {
            writer.write(entry);
        }
        writer.finish();
        ByteArrayOutputStream clear = new ByteArrayOutputStream();
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();

        write(entries, clear, deflated);

        assertThat(clear.toByteArray()).isEqualTo(plain.toByteArray());
        assertThat(inflated(deflated)).isEqualTo(plain.toByteArray());
        assertThat(DeflatedBlockListWriter.length(
                        entries.stream().collect(Collectors.groupingBy(BlockListEntry::line, Collectors.counting()))))
                .isEqualTo(plain.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 681, 682, 683, 818, 819, 820})
    void repeatsDatesAcrossTheWindow(int rows) throws IOException {
        List<BlockListEntry> entries = new ArrayList<>();
        for (int i = 0; i < 12_000; i++) {
            LocalDate from = DAY.plusDays(i % rows);
            entries.add(new BlockListEntry(
                    new Mobile(13_810_000_000L + 3L * i), LIFE, from, from.plusDays(400 + i % rows)));
        }

        assertEqualsPlainWriter(entries);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 681, 682, 683, 818, 819, 820})
    void repeatsSingleDateAcrossTheWindow(int rows) throws IOException {
        List<BlockListEntry> first = new ArrayList<>();
        List<BlockListEntry> second = new ArrayList<>();
        for (int i = 0; i < 12_000; i++) {
            Mobile mobile = new Mobile(13_810_000_000L + 3L * i);
            LocalDate day = DAY.plusDays(i % rows);
            first.add(new BlockListEntry(mobile, LIFE, day, day.plusDays(1 + i)));
            second.add(new BlockListEntry(mobile, LIFE, DAY.minusDays(1 + i), day));
        }

        assertEqualsPlainWriter(first);
        assertEqualsPlainWriter(second);
    }

    @Test
    void repeatsDatesInAnotherLineOfBusiness() throws IOException {
        List<BlockListEntry> entries = new ArrayList<>();
        for (int i = 0; i < 12_000; i++) {
            LocalDate from = DAY.plusDays(i / LINES.size() % 50);
            entries.add(new BlockListEntry(
                    new Mobile(13_810_000_000L + i / LINES.size()),
                    LINES.get(i % LINES.size()),
                    from,
                    from.plusYears(1 + i % 2)));
        }

        assertEqualsPlainWriter(entries);
    }

    @Test
    void isNotLargerThanGeneralCompression() throws IOException {
        List<BlockListEntry> entries = RandomEntries.some(50_000, LINES, 3, new Random(9));
        ByteArrayOutputStream clear = new ByteArrayOutputStream();
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        ByteArrayOutputStream general = new ByteArrayOutputStream();

        write(entries, clear, deflated);
        try (DeflaterOutputStream compressor = new DeflaterOutputStream(general)) {
            clear.writeTo(compressor);
        }

        assertThat(deflated.size()).isLessThanOrEqualTo(general.size());
    }

    @Test
    void refusesUnorderedRowsWithoutNamingNumbers() throws IOException {
        DeflatedBlockListWriter writer = new DeflatedBlockListWriter(
                List.of(LIFE, MOTOR), OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
        writer.write(13_810_001_234L, LIFE, day(DAY), day(DAY.plusYears(1)));
        writer.write(13_810_001_234L, MOTOR, day(DAY), day(DAY.plusYears(1)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.write(13_810_001_234L, LIFE, day(DAY), day(DAY.plusYears(1))))
                .withMessage("Entry 3 of the list is out of order");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.write(23_810_001_234L, LIFE, day(DAY), day(DAY.plusYears(1))))
                .withMessage("Entry 3 of the list has no mobile number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.write(13_810_001_235L, LIFE, day(DAY), day(DAY)))
                .withMessageContaining("has no day");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> writer.write(13_810_001_235L, new LineCode("HEALTH"), day(DAY), day(DAY.plusYears(1))))
                .withMessage("Entry 3 of the list is of another line of business: HEALTH");
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    private static void write(List<BlockListEntry> entries, OutputStream clear, OutputStream deflated)
            throws IOException {
        DeflatedBlockListWriter writer = new DeflatedBlockListWriter(
                entries.stream().map(BlockListEntry::line).collect(Collectors.toSet()), clear, deflated);
        for (BlockListEntry entry : entries) {
            writer.write(entry.mobile().value(), entry.line(), day(entry.effectiveOn()), day(entry.expiresOn()));
        }
        writer.finish();
    }

    private static byte[] inflated(ByteArrayOutputStream deflated) throws IOException {
        new DeflateOutput(deflated).finish(new byte[0]);
        Inflater inflater = new Inflater(true);
        try (InflaterInputStream in =
                new InflaterInputStream(new ByteArrayInputStream(deflated.toByteArray()), inflater)) {
            return in.readAllBytes();
        } finally {
            inflater.end();
        }
    }
}
