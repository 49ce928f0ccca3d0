package jinbo.exchange.format;

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
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import jinbo.platform.deflate.DeflateOutput;
import jinbo.reference.phone.Mobile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeflatedBlockListTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 4);

    @ParameterizedTest(name = "{0} entries, {1} days, seed {2}")
    @CsvSource({
        "0, 1, 1",
        "1, 1, 1",
        "2, 1, 1",
        "936, 1, 2",
        "937, 1, 2",
        "5032, 3, 3",
        "5033, 3, 4",
        "9128, 3, 10",
        "9129, 3, 11",
        "50000, 1, 5",
        "50000, 3, 6",
        "50000, 500, 7",
        "50000, 3000, 8"
    })
    void bothFormsAreTheListToTheByte(int count, int days, long seed) throws IOException {
        List<BlockListEntry> entries = entries(count, days, seed);

        comparedWithThePlainForm(entries);
    }

    private static void comparedWithThePlainForm(List<BlockListEntry> entries) throws IOException {
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
        assertThat(DeflatedBlockListWriter.length(entries.size())).isEqualTo(plain.size());
    }

    /** The window holds 936 rows. */
    @ParameterizedTest
    @ValueSource(ints = {1, 935, 936, 937})
    void datesThatComeBackAfterSoManyRowsAreWrittenRight(int rows) throws IOException {
        List<BlockListEntry> entries = new ArrayList<>();
        for (int i = 0; i < 12_000; i++) {
            LocalDate from = DAY.plusDays(i % rows);
            entries.add(new BlockListEntry(new Mobile(13_810_000_000L + 3L * i), from, from.plusDays(400 + i % rows)));
        }

        comparedWithThePlainForm(entries);
    }

    @Test
    void theDeflatedFormIsNoLargerThanThatOfAGeneralCompressor() throws IOException {
        List<BlockListEntry> entries = entries(50_000, 3, 9);
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
    void numbersThatDoNotRiseAreRefusedWithoutBeingShown() throws IOException {
        DeflatedBlockListWriter writer =
                new DeflatedBlockListWriter(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
        writer.write(13_810_001_234L, day(DAY), day(DAY.plusYears(1)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.write(13_810_001_234L, day(DAY), day(DAY.plusYears(1))))
                .withMessage("Entry 2 of the list is not above the one before it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.write(23_810_001_234L, day(DAY), day(DAY.plusYears(1))))
                .withMessage("Entry 2 of the list has no mobile number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.write(13_810_001_235L, day(DAY), day(DAY)))
                .withMessageContaining("has no day");
    }

    private static List<BlockListEntry> entries(int count, int days, long seed) {
        Random random = new Random(seed);
        List<BlockListEntry> entries = new ArrayList<>();
        long number = 13_810_000_000L;
        for (int i = 0; i < count; i++) {
            number += 1 + random.nextInt(random.nextInt(200) == 0 ? 100_000 : 6);
            LocalDate from = DAY.plusDays(random.nextInt(days));
            entries.add(new BlockListEntry(new Mobile(number), from, from.plusMonths(6L * (1 + random.nextInt(4)))));
        }
        return entries;
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    private static void write(List<BlockListEntry> entries, OutputStream clear, OutputStream deflated)
            throws IOException {
        DeflatedBlockListWriter writer = new DeflatedBlockListWriter(clear, deflated);
        for (BlockListEntry entry : entries) {
            writer.write(entry.mobile().value(), day(entry.effectiveOn()), day(entry.expiresOn()));
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
